import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { refuseClosedKiosk, tokenInput } from '../../devices/index.ts';
import { SECTORS } from '../sector.ts';
import { joinQueue } from '../take-place.ts';
import { hallCode, serviceCode, waitView } from '../ticket-view.ts';

const input = z
  .object({
    /** Made by an importer, so that its later deeds can name the ticket. */
    id: z.uuid().optional(),
    hall: hallCode,
    sector: z.enum(SECTORS).optional(),
    serviceCode: serviceCode.optional(),
    classCode: z.string().max(60).optional(),
    /** The word of the kiosk on which it is taken: it gives no tickets outside reception hours. */
    kiosk: tokenInput.optional(),
  })
  .refine((given) => given.sector !== undefined || given.serviceCode !== undefined, {
    error: 'queue:input.sectorOrService',
    path: ['sector'],
  });

const output = z.object({
  ticketId: z.uuid(),
  visitId: z.uuid(),
  number: z.string(),
  /** Opens `/tickets/<code>` and `/rate/<code>`. */
  code: z.string(),
  sector: z.enum(SECTORS),
  /** How many of the sector are called before. */
  ahead: z.int(),
  /** Minutes; null when no window of the sector is open. */
  waitMinutes: waitView,
});

export const takeTicket = defineAction({
  name: 'queue.take-ticket',
  title: { uk: 'Узяти талон', en: 'Take a ticket' },
  input,
  output,
  may: ['resident'],
  importable: true,
  async run(deed, { kiosk, ...given }) {
    if (kiosk !== undefined && !deed.imported) await refuseClosedKiosk(deed.tx, kiosk, deed.now);
    return joinQueue(deed, given);
  },
});
