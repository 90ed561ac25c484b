import { askQuery } from '../kernel/actions/ask-query.ts';
import { InvalidInput } from '../kernel/actions/invalid-input.ts';
import { Refusal } from '../kernel/actions/refusal.ts';
import { STAFF_ROLES } from '../kernel/actions/actor.ts';
import type { City } from '../kernel/city.ts';
import { definePage, type Page, type PageRequest, redirect, view } from '../kernel/page/define-page.ts';
import { scannedCode } from './scanned-code.ts';

/** What a reader read, as a page: a ticket, an application, a booking. */
export function scanPage(city: City): Page {
  return definePage({
    path: '/desk/scan',
    may: STAFF_ROLES,
    shell: 'staff',
    async get(request) {
      const read = (request.query['code'] ?? '').slice(0, 500);
      const path = await findPath(city, request, read);
      if (path !== undefined) return redirect(path);
      const { t } = request;
      return view(
        t('staff-desk:scan.title'),
        <>
          <h1>{t('staff-desk:scan.title')}</h1>
          <p>{t('staff-desk:scan.read', { code: read.slice(0, 80) })}</p>
          <p>{t('staff-desk:scan.next')}</p>
        </>,
      );
    },
  });
}

async function findPath(city: City, request: PageRequest, read: string): Promise<string | undefined> {
  const { kind, code } = scannedCode(read);
  switch (kind) {
    case 'ticket':
      return `/tickets/${encodeURIComponent(code)}`;
    case 'booking':
      return `/desk/bookings?words=${encodeURIComponent(code)}`;
    case 'number':
      return findCase(city, request, code);
    case 'code':
      if (await answers(city, request, 'queue.ticket-status', { code })) return `/tickets/${code}`;
      if (await answers(city, request, 'booking.visit-status', { code }))
        return `/desk/bookings?words=${code}`;
      return undefined;
    case 'nothing':
      return undefined;
  }
}

async function findCase(city: City, request: PageRequest, number: string): Promise<string | undefined> {
  const answer = await tryAsk(city, request, 'applications.list-applications', { words: number, limit: 1 });
  const found = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(answer ?? null))?.[1];
  return found === undefined ? undefined : `/desk/applications/${found}`;
}

async function answers(city: City, request: PageRequest, name: string, input: unknown): Promise<boolean> {
  return (await tryAsk(city, request, name, input)) !== undefined;
}

/** By the reader's own rights; undefined where there is nothing for them. */
async function tryAsk(city: City, { actor }: PageRequest, name: string, input: unknown): Promise<unknown> {
  const query = city.queries.get(name);
  if (query === undefined) return undefined;
  try {
    return await askQuery(city, query, input, { actor });
  } catch (error) {
    if (error instanceof Refusal || error instanceof InvalidInput) return undefined;
    throw error;
  }
}
