import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listParked, listWaiting } from '../desk-store.ts';
import { deskTicket, viewForDesk } from '../desk-view.ts';
import { FREEZE_REASONS } from '../freeze.ts';
import { findOpenFreeze } from '../hall-store.ts';
import { SECTORS } from '../sector.ts';
import { findTicketAtClerk } from '../ticket-store.ts';
import { findSeat, listWindows } from '../window-store.ts';

const HALL_OF_NEWCOMERS = 'main';
const LISTED = 30;

const window = z.object({
  id: z.uuid(),
  number: z.int(),
  hall: z.string(),
  reception: z.int(),
  sectors: z.array(z.enum(SECTORS)),
});

export const myWindow = defineQuery({
  name: 'queue.my-window',
  title: { uk: 'Моє вікно', en: 'My window' },
  input: z.object({ hall: z.string().max(40).optional() }),
  output: z.object({
    window: window.nullable(),
    /** Called or served at my window now. */
    ticket: deskTicket.nullable(),
    /** Whom this window may call, in order; at most 30. */
    waiting: z.array(deskTicket),
    parked: z.array(deskTicket),
    frozen: z.enum(FREEZE_REASONS).nullable(),
    /** All windows of the hall: to open one, or to transfer to. */
    windows: z.array(window.extend({ staffName: z.string().nullable() })),
  }),
  may: ['administrator', 'head'],
  async run({ tx, now, actor }, input) {
    if (actor.staffId === null) throw new Refusal('actions:refusals.signInFirst', {}, 401);
    const day = kyivDate(now);
    const seat = await findSeat(tx, actor.staffId);
    const hall = seat?.hall ?? input.hall ?? HALL_OF_NEWCOMERS;
    const ticket = await findTicketAtClerk(tx, actor.staffId);
    const waiting =
      seat === undefined ? [] : await listWaiting(tx, { hall, day, window: seat, limit: LISTED });
    const parked = await listParked(tx, hall, day);
    const windows = await listWindows(tx, hall);
    return {
      window: seat === undefined ? null : { ...seat, sectors: [...seat.sectors] },
      ticket: ticket === undefined ? null : ((await viewForDesk(tx, [ticket], day))[0] ?? null),
      waiting: await viewForDesk(tx, waiting, day),
      parked: await viewForDesk(tx, parked, day),
      frozen: (await findOpenFreeze(tx, hall))?.reason ?? null,
      windows: windows.map((one) => ({ ...one, sectors: [...one.sectors], staffName: one.staff_name })),
    };
  },
});
