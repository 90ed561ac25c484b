import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { listParked, listWaiting, readHallDays } from '../desk-store.ts';
import { deskTicket, minutesSince, viewForDesk } from '../desk-view.ts';
import { findHallState } from '../hall-state.ts';
import { SECTORS, type Sector } from '../sector.ts';
import { hallCode, waitView } from '../ticket-view.ts';
import { FREEZE_REASONS } from '../freeze.ts';
import { listWindows, type WindowNow } from '../window-store.ts';

const LISTED = 200;

const windowNow = z.object({
  id: z.uuid(),
  number: z.int(),
  reception: z.int(),
  sectors: z.array(z.enum(SECTORS)),
  staffName: z.string().nullable(),
  sinceMinutes: z.int().nullable(),
  ticket: z
    .object({
      number: z.string(),
      sector: z.enum(SECTORS),
      state: z.enum(['called', 'serving']),
      minutes: z.int(),
    })
    .nullable(),
});

export const hallPanel = defineQuery({
  name: 'queue.hall-panel',
  title: { uk: 'Зал наживо', en: 'The hall, live' },
  input: z.object({ hall: hallCode }),
  output: z.object({
    name: z.string(),
    frozen: z.object({ reason: z.enum(FREEZE_REASONS), minutes: z.int() }).nullable(),
    sectors: z.array(
      z.object({
        sector: z.enum(SECTORS),
        waiting: z.int(),
        openWindows: z.int(),
        longestMinutes: z.int().nullable(),
        waitMinutes: waitView,
      }),
    ),
    windows: z.array(windowNow),
    waiting: z.array(deskTicket.extend({ minutes: z.int() })),
    parked: z.array(deskTicket),
    today: z.object({
      received: z.int(),
      noShows: z.int(),
      medianWait: z.int().nullable(),
      estimated: z.int(),
      cameTrue: z.int(),
    }),
  }),
  // An integrator must name the windows at which the past happened.
  may: ['head', 'administrator', 'integrator'],
  async run({ tx, now }, { hall }) {
    const state = await findHallState(tx, hall, now);
    if (state === undefined) throw notFound('queue:refusals.noSuchHall');
    const day = kyivDate(now);
    const waiting = await viewForDesk(tx, await listWaiting(tx, { hall, day, limit: LISTED }), day);
    const today = await readHallDays(tx, hall, day, day);
    const withMinutes = waiting.map((one) => ({
      ...one,
      minutes: minutesSince(new Date(one.queuedAt), now),
    }));
    return {
      name: state.name,
      frozen:
        state.frozen === null
          ? null
          : { reason: state.frozen.reason, minutes: minutesSince(new Date(state.frozen.since), now) },
      sectors: state.sectors.map(({ sector, waiting: people, openWindows, waitMinutes }) => ({
        sector,
        waiting: people,
        openWindows,
        longestMinutes: longest(withMinutes, sector),
        waitMinutes,
      })),
      windows: (await listWindows(tx, hall)).map((window) => viewWindow(window, now)),
      waiting: withMinutes,
      parked: await viewForDesk(tx, await listParked(tx, hall, day), day),
      today: {
        received: today.received,
        noShows: today.no_shows,
        medianWait: today.median_wait,
        estimated: today.estimated,
        cameTrue: today.came_true,
      },
    };
  },
});

function longest(waiting: readonly { sector: Sector; minutes: number }[], sector: Sector): number | null {
  const minutes = waiting.filter((one) => one.sector === sector).map((one) => one.minutes);
  return minutes.length === 0 ? null : Math.max(...minutes);
}

function viewWindow(window: WindowNow, now: Date): z.output<typeof windowNow> {
  const {
    id,
    number,
    reception,
    sectors,
    staff_name,
    since,
    ticket_number,
    ticket_sector,
    ticket_state,
    ticket_since,
  } = window;
  const ticket =
    ticket_number === null || ticket_sector === null || ticket_state === null || ticket_since === null
      ? null
      : {
          number: ticket_number,
          sector: ticket_sector,
          state: ticket_state,
          minutes: minutesSince(ticket_since, now),
        };
  return {
    id,
    number,
    reception,
    sectors: [...sectors],
    staffName: staff_name,
    sinceMinutes: since === null ? null : minutesSince(since, now),
    ticket,
  };
}
