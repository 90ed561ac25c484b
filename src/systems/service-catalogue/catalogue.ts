import { notFound } from '../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../kernel/database/database.ts';
import { rankServices, type SearchEntry, searchEntry } from './search-words.ts';
import { isInForce, type Service, type ServiceProvider } from './service.ts';
import { readEdition, readServices } from './service-store.ts';

/** How long a process trusts its copy before it asks for the edition again. */
const FRESH_MS = 2_000;

interface Copy {
  readonly edition: number;
  readonly byCode: ReadonlyMap<string, readonly Service[]>;
  readonly entries: readonly SearchEntry[];
  checkedAt: number;
}

// A copy belongs to one database: tests hold several in one process. Transactions of one database
// share its copy through the executor's adapter, so the key is asked for by the edition alone.
let copy: Copy | undefined;

async function loadCopy(tx: Transaction | Database): Promise<Copy> {
  if (copy !== undefined && performance.now() - copy.checkedAt < FRESH_MS) return copy;
  const edition = await readEdition(tx);
  if (copy?.edition === edition) {
    copy.checkedAt = performance.now();
    return copy;
  }
  const services = await readServices(tx);
  copy = {
    edition,
    byCode: Map.groupBy(services, (service) => service.code),
    entries: services.map(searchEntry),
    checkedAt: performance.now(),
  };
  return copy;
}

/** For tests that change the database under the copy. */
export function forgetCatalogue(): void {
  copy = undefined;
}

/** The version of a service in force on a date. */
export async function findService(tx: Transaction | Database, code: string, on: string): Promise<Service | undefined> {
  const { byCode } = await loadCopy(tx);
  return byCode.get(code)?.find((service) => isInForce(service, on));
}

/** @throws Refusal (404) when the Centre does not give this service on that date. */
export async function getService(tx: Transaction | Database, code: string, on: string): Promise<Service> {
  const service = await findService(tx, code, on);
  if (service === undefined) throw notFound('service-catalogue:refusals.noSuchService', { code });
  return service;
}

/** All services in force on a date, by code. */
export async function listServices(tx: Transaction | Database, on: string): Promise<readonly Service[]> {
  const { byCode } = await loadCopy(tx);
  return [...byCode.values()].flatMap((versions) => versions.find((service) => isInForce(service, on)) ?? []);
}

/** Services in force that fit a person's words, best first. */
export async function searchServices(
  tx: Transaction | Database,
  words: string,
  on: string,
): Promise<readonly Service[]> {
  const { entries } = await loadCopy(tx);
  return rankServices(
    entries.filter(({ service }) => isInForce(service, on)),
    words,
  );
}

/** The body that gives the service: the named one, or the first. @throws Refusal when it does not give it. */
export function chooseProvider(service: Service, code: string | undefined): ServiceProvider {
  const provider = code === undefined ? service.providers[0] : service.providers.find((one) => one.code === code);
  if (provider === undefined) {
    throw notFound('service-catalogue:refusals.notItsProvider', { code: code ?? '', service: service.name });
  }
  return provider;
}
