import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findLearnedDurations } from '../queue/index.ts';
import { getService, type Service } from '../service-catalogue/index.ts';
import { MOST_STEPS, stepsNeeded } from './free-starts.ts';
import { allSteps, type Leg } from './slot-store.ts';

export interface PlannedVisit {
  readonly services: readonly Service[];
  /** Of one sector each, in the order in which the sectors were named. */
  readonly legs: readonly Leg[];
  readonly first: Leg;
  readonly further: readonly Leg[];
  readonly allSteps: number;
}

/** Any hour: what a service takes by all that was learned of it. */
const ANY_HOUR = -1;

/**
 * What a visit for these services and people takes, sector by sector. Throws a `Refusal`: no such service on
 * the date, longer than may be booked.
 */
export async function planVisit(
  tx: Transaction,
  asked: { readonly services: readonly string[]; readonly people: number },
  on: string,
): Promise<PlannedVisit> {
  const services: Service[] = [];
  for (const code of asked.services) services.push(await getService(tx, code, on));
  const legs: Leg[] = [];
  for (const [sector, ofSector] of Map.groupBy(services, (service) => service.sector)) {
    const minutes: number[] = [];
    for (const service of ofSector) minutes.push(await minutesOf(tx, service));
    const codes = ofSector.map(({ code }) => code);
    legs.push({ sector, services: codes, steps: stepsNeeded(minutes, asked.people) });
  }
  const [first, ...further] = legs;
  if (first === undefined) throw new Refusal('booking:input.service', {}, 422);
  const length = allSteps({ ...first, further });
  if (length > MOST_STEPS) throw new Refusal('booking:refusals.tooLong', {}, 422);
  return { services, legs, first, further, allSteps: length };
}

async function minutesOf(tx: Transaction, { sector, code, averageMinutes }: Service): Promise<number> {
  const learned = await findLearnedDurations(tx, { sector, serviceCode: code, hour: ANY_HOUR });
  return learned.ofService === undefined ? averageMinutes : learned.ofService / 60;
}
