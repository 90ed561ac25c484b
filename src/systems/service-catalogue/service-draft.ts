import { z } from 'zod';
import {
  CATEGORIES,
  cardSchema,
  feeSchema,
  REPORT_GROUPS,
  SECTORS,
  type Service,
  type InformationCard,
  termSchema,
} from './service.ts';

const text = (most: number) => z.string().trim().min(1, 'service-catalogue:input.missing').max(most);
const texts = (most: number) => z.array(text(most)).max(100);

/** A service as a city writes it: what one version of it will be. Bodies and life events by their codes. */
export const serviceDraftSchema = z.object({
  code: z.string().regex(/^\d{2}-\d{2,3}$/, 'service-catalogue:input.code'),
  validFrom: z.iso.date('service-catalogue:input.date'),
  validTo: z.iso.date('service-catalogue:input.date').nullable().default(null),
  registryId: z
    .string()
    .regex(/^\d{5}$/, 'service-catalogue:input.registryId')
    .nullable()
    .default(null),
  name: text(500),
  nameEn: text(500),
  sector: z.enum(SECTORS),
  category: z.enum(CATEGORIES),
  reportGroup: z.enum(REPORT_GROUPS),
  providers: z.array(text(100)).min(1, 'service-catalogue:input.provider').max(50),
  term: termSchema.extend({ value: z.number().int().min(1, 'service-catalogue:input.term').max(1000) }),
  fee: feeSchema.nullable().default(null),
  averageMinutes: z.number().int().min(1).max(480),
  everydayWords: texts(200),
  lifeEvents: texts(50),
  documents: texts(1000),
  result: text(1000),
  online: text(500).nullable().default(null),
  card: cardSchema.nullable().default(null),
});
export type ServiceDraft = z.output<typeof serviceDraftSchema>;

/** A version with its card, as it stands in the catalogue. */
export interface FullVersion {
  readonly service: Service;
  readonly card: InformationCard | null;
}

/** A version in the shape of a draft: what an export writes and a form begins with. */
export function draftOf({ service, card }: FullVersion): ServiceDraft {
  return serviceDraftSchema.parse({ ...service, providers: service.providers.map(({ code }) => code), card });
}
