import { z } from 'zod';
import { CHANNELS, REQUESTER_KINDS } from './information-request.ts';

/** A request in a list of the desk; the requester's own data are masked by the kernel. */
export const requestLine = z.object({
  id: z.uuid(),
  number: z.string(),
  subject: z.string(),
  requester: z.string().nullable(),
  channel: z.enum(CHANNELS),
  requesterKind: z.enum(REQUESTER_KINDS),
  unit: z.string().nullable(),
  state: z.string(),
  isOpen: z.boolean(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
});
export type RequestLine = z.output<typeof requestLine>;

/** A request in the public journal. */
export const publicLine = z.object({
  id: z.uuid(),
  number: z.string(),
  subject: z.string(),
  unit: z.string().nullable(),
  state: z.string(),
  receivedOn: z.iso.date(),
  answeredOn: z.iso.date().nullable(),
  hasAnswer: z.boolean(),
});
export type PublicLine = z.output<typeof publicLine>;
