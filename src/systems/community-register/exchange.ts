import { z } from 'zod';

/**
 * The header of Трембіта (X-Road) as it was seen in an exchange of a community's register with ДМС
 * (RULEBOOK §1.6). Codes of the city's own subsystem are given when it joins Трембіта.
 */
const PROTOCOL = '4.0';
const CLIENT = {
  xRoadInstance: 'SEVDEIR-TEST',
  memberClass: 'GOV',
  memberCode: '26241020',
  subsystemCode: 'RTG',
};
const SERVICE = {
  xRoadInstance: 'SEVDEIR-TEST',
  memberClass: 'GOV',
  memberCode: '00032684',
  subsystemCode: '20_DMS_RTG_prod',
  serviceCode: 'OtgToDms',
};

export interface OutgoingMessage {
  readonly id: string;
  readonly kind: string;
  readonly made_at: Date;
  readonly payload: unknown;
}

/** The file that goes out; the same message makes the same file, so sending twice is harmless. */
export function envelopeOf({ id, kind, made_at: madeAt, payload }: OutgoingMessage): string {
  const header = {
    client: CLIENT,
    service: SERVICE,
    userId: 'community-register',
    id,
    protocolVersion: PROTOCOL,
  };
  return `${JSON.stringify({ header, body: { kind, madeAt: madeAt.toISOString(), data: payload } }, null, 2)}\n`;
}

/** What comes back for one message. */
export const acknowledgementSchema = z.object({
  id: z.uuid(),
  state: z.enum(['acknowledged', 'refused']),
  text: z.string().max(1000).default(''),
});
export type Acknowledgement = z.output<typeof acknowledgementSchema>;
