import { type Coming, playHall } from './hall-day.ts';
import type { ReceptionDay } from './plan-days.ts';
import type { Deed } from './planned-deed.ts';
import { between, makeId, pick, type Random } from './random.ts';
import type { HallWindow } from './replay-city.ts';
import type { Sector } from './year-file.ts';

/** What a visitor comes for; `write` tells the deed at its moment. */
export interface Errand {
  readonly minutes: number;
  /** The service for which the ticket is taken. */
  readonly serviceCode?: string;
  write(at: number, clerk: string, ticketId: string | undefined): void;
}

export interface SectorDay {
  readonly day: ReceptionDay;
  readonly hall: string;
  readonly sector: Sector;
  readonly visitors: number;
  readonly noShows: number;
  readonly errands: readonly Errand[];
  readonly windows: readonly HallWindow[];
  readonly clerks: readonly string[];
  readonly random: Random;
}

export interface Served {
  readonly ticketId: string;
  readonly until: number;
}

/** A sector's hall on a day: its tickets in the order of time, and who was received. */
export function planSector(sector: SectorDay): {
  readonly deeds: readonly Deed[];
  readonly served: readonly Served[];
} {
  const { visitors, noShows, random } = sector;
  const errands = handOutErrands(sector);
  const comings: Coming[] = errands.map((own) => ({
    minutes: 1 + 2 * random() + own.reduce((sum, { minutes }) => sum + minutes, 0),
  }));
  for (let left = noShows; left > 0; left--)
    comings.splice(between(random, 0, comings.length), 0, { minutes: null });
  if (visitors + noShows === 0) return { deeds: writeWithoutTicket(sector), served: [] };
  const deeds: Deed[] = [];
  const served: Served[] = [];
  let next = 0;
  for (const passage of playHall(sector.day, comings, sector.windows, random)) {
    const comes = comings[passage.coming]?.minutes !== null;
    const own = comes ? (errands[next++] ?? []) : [];
    const ticketId = makeId(random, passage.arrives);
    const clerk = clerkAt(sector, passage.window);
    const serviceCode = own.find((errand) => errand.serviceCode !== undefined)?.serviceCode;
    const aim = serviceCode === undefined ? { sector: sector.sector } : { serviceCode };
    const move = (action: string, at: number, input: Deed['input']) =>
      deeds.push({ action: `queue.${action}`, at, by: clerk, input });
    deeds.push({
      action: 'queue.take-ticket',
      at: passage.arrives,
      input: { id: ticketId, hall: sector.hall, ...aim },
    });
    move('call-next', passage.called, { windowId: passage.window.id });
    if (!comes) {
      move('mark-no-show', passage.ends, { ticketId });
      continue;
    }
    move('begin-service', passage.begins, { ticketId });
    const span = passage.ends - passage.begins;
    for (const [index, errand] of own.entries())
      errand.write(passage.begins + Math.floor((span * (index + 1)) / (own.length + 1)), clerk, ticketId);
    move('finish-service', passage.ends, { ticketId });
    served.push({ ticketId, until: passage.ends });
  }
  return { deeds: deeds.toSorted((a, b) => a.at - b.at), served };
}

/** One errand each as far as they go, the rest to whoever. */
function handOutErrands({ visitors, errands, random }: SectorDay): readonly Errand[][] {
  const visits: Errand[][] = Array.from({ length: visitors }, () => []);
  if (visitors === 0) return visits;
  const inTurn = shuffle(errands, random);
  for (const [index, errand] of inTurn.entries()) {
    const visit = index < visitors ? visits[index] : pick(random, visits);
    visit?.push(errand);
  }
  return shuffle(visits, random);
}

/** Where nobody took a ticket that day (in a much smaller year), the windows work without the queue. */
function writeWithoutTicket({ day, errands, clerks, random }: SectorDay): readonly Deed[] {
  for (const errand of errands)
    errand.write(between(random, day.opens, day.closes), pick(random, clerks), undefined);
  return [];
}

/** Two shifts of clerks take turns at the windows. */
function clerkAt({ day, clerks }: SectorDay, window: HallWindow): string {
  const shift = day.index % 2 === 0 ? 0 : Math.floor(clerks.length / 2);
  return clerks[(window.number - 1 + shift) % clerks.length] ?? '';
}

function shuffle<T>(list: readonly T[], random: Random): T[] {
  const order = list.map((item) => ({ item, place: random() }));
  return order.toSorted((a, b) => a.place - b.place).map(({ item }) => item);
}
