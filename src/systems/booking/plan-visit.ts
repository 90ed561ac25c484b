import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findLearnedDurations } from '../queue/index.ts';
import { getService, type Sector, type Service } from '../service-catalogue/index.ts';
import { MOST_STEPS, stepsNeeded } from './free-starts.ts';

export interface PlannedVisit {
  readonly services: readonly Service[];
  readonly sector: Sector;
  readonly steps: number;
}

/** Any hour: what a service takes by all that was learned of it. */
const ANY_HOUR = -1;

/**
 * What a visit for these services and people takes. Throws a `Refusal`: no such service on the date,
 * services of two sectors (two windows, so two visits), longer than may be booked.
 */
export async function planVisit(
  tx: Transaction,
  asked: { readonly services: readonly string[]; readonly people: number },
  on: string,
): Promise<PlannedVisit> {
  const services: Service[] = [];
  for (const code of asked.services) services.push(await getService(tx, code, on));
  const [first] = services;
  if (first === undefined) throw new Refusal('booking:input.service', {}, 422);
  if (services.some(({ sector }) => sector !== first.sector)) {
    throw new Refusal('booking:refusals.twoSectors', {}, 422);
  }
  const minutes: number[] = [];
  for (const service of services) minutes.push(await minutesOf(tx, service));
  const steps = stepsNeeded(minutes, asked.people);
  if (steps > MOST_STEPS) throw new Refusal('booking:refusals.tooLong', {}, 422);
  return { services, sector: first.sector, steps };
}

async function minutesOf(tx: Transaction, { sector, code, averageMinutes }: Service): Promise<number> {
  const learned = await findLearnedDurations(tx, { sector, serviceCode: code, hour: ANY_HOUR });
  return learned.ofService === undefined ? averageMinutes : learned.ofService / 60;
}
