import { notFound } from '../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import type { BaseAmount } from './price.ts';
import { rankServices, type Found, type SearchEntry, searchEntry } from './search-words.ts';
import { isInForce, type Service, type ServiceProvider } from './service.ts';
import {
  type LifeEvent,
  readBaseAmounts,
  readEdition,
  readLifeEvents,
  readServices,
} from './service-store.ts';

/** How long a process trusts its copy before it asks for the edition again. */
const FRESH_MS = 2_000;

interface Copy {
  readonly edition: number;
  readonly byCode: ReadonlyMap<string, readonly Service[]>;
  readonly entries: readonly SearchEntry[];
  readonly amounts: readonly BaseAmount[];
  readonly lifeEvents: readonly LifeEvent[];
  checkedAt: number;
}

// Tests hold several databases in one process; a transaction has its database's adapter.
let copies = new WeakMap<object, Copy>();

async function loadCopy(tx: Transaction | Database): Promise<Copy> {
  const database = tx.getExecutor().adapter;
  const kept = copies.get(database);
  if (kept !== undefined && performance.now() - kept.checkedAt < FRESH_MS) return kept;
  const edition = await readEdition(tx);
  if (kept?.edition === edition) {
    kept.checkedAt = performance.now();
    return kept;
  }
  const services = await readServices(tx);
  const copy = {
    edition,
    byCode: Map.groupBy(services, (service) => service.code),
    entries: services.map(searchEntry),
    amounts: await readBaseAmounts(tx),
    lifeEvents: await readLifeEvents(tx),
    checkedAt: performance.now(),
  };
  copies.set(database, copy);
  return copy;
}

/** After a change in this process; other processes see it within two seconds. */
export function forgetCatalogue(): void {
  copies = new WeakMap();
}

/** The version of a service in force on a date. */
export async function findService(
  tx: Transaction | Database,
  code: string,
  on: string,
): Promise<Service | undefined> {
  const { byCode } = await loadCopy(tx);
  return byCode.get(code)?.find((service) => isInForce(service, on));
}

/** @throws Refusal (404) when the Centre does not give this service on that date. */
export async function getService(tx: Transaction | Database, code: string, on: string): Promise<Service> {
  const service = await findService(tx, code, on);
  if (service === undefined) throw notFound('service-catalogue:refusals.noSuchService', { code });
  return service;
}

export interface ToldService {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** What to bring. */
  readonly documents: string[];
}

/** Services as others tell of them, in the order of the codes; one that is no more keeps its code for a name. */
export async function tellServices(
  tx: Transaction | Database,
  codes: readonly string[],
  on: string,
): Promise<ToldService[]> {
  const { byCode } = await loadCopy(tx);
  return codes.map((code) => {
    const found = byCode.get(code)?.find((service) => isInForce(service, on));
    const { name, nameEn, documents } = found ?? { name: code, nameEn: code, documents: [] };
    return { code, name, nameEn, documents: [...documents] };
  });
}

/** Every version of one service, the oldest first. */
export async function listVersions(tx: Transaction | Database, code: string): Promise<readonly Service[]> {
  return (await loadCopy(tx)).byCode.get(code) ?? [];
}

/** All services in force on a date, by code. */
export async function listServices(tx: Transaction | Database, on: string): Promise<readonly Service[]> {
  const { byCode } = await loadCopy(tx);
  return [...byCode.values()].flatMap((versions) => versions.find((service) => isInForce(service, on)) ?? []);
}

/** Services in force that fit a person's words, best first, and how the words were read. */
export async function findByWords(tx: Transaction | Database, words: string, on: string): Promise<Found> {
  const { entries } = await loadCopy(tx);
  return rankServices(
    entries.filter(({ service }) => isInForce(service, on)),
    words,
  );
}

/** Services in force that fit a person's words, best first. */
export async function searchServices(
  tx: Transaction | Database,
  words: string,
  on: string,
): Promise<readonly Service[]> {
  return (await findByWords(tx, words, on)).services;
}

/** In the order of the home page. */
export async function listLifeEvents(tx: Transaction | Database): Promise<readonly LifeEvent[]> {
  return (await loadCopy(tx)).lifeEvents;
}

/** The amounts that fees in per cent are counted from. */
export async function listBaseAmounts(tx: Transaction | Database): Promise<readonly BaseAmount[]> {
  return (await loadCopy(tx)).amounts;
}

/** The body that gives the service: the named one, or the first. @throws Refusal when it does not give it. */
export function chooseProvider(service: Service, code: string | undefined): ServiceProvider {
  const provider =
    code === undefined ? service.providers[0] : service.providers.find((one) => one.code === code);
  if (provider === undefined) {
    throw notFound('service-catalogue:refusals.notItsProvider', { code: code ?? '', service: service.name });
  }
  return provider;
}
