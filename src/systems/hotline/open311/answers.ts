import type { z } from 'zod';
import { askQuery } from '../../../kernel/actions/ask-query.ts';
import { RESIDENT } from '../../../kernel/actions/actor.ts';
import type { QueryDefinition } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { localeOf, originOf } from '../../../kernel/http/visitor.ts';
import { listHotlineTopics, listProblems, type Problem } from '../queries/problems.ts';
import { STATES, type TicketState } from '../ticket.ts';
import { stateName } from '../words.ts';
import type { Asked } from './asked.ts';
import type { Node } from './to-xml.ts';

type Answer = readonly [root: string, value: Node];

async function ask<I extends z.ZodType, O extends z.ZodType>(
  { city }: Asked,
  query: QueryDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor: RESIDENT }));
}

export async function discovery(asked: Asked): Promise<Answer> {
  const url = `${originOf(asked.city, asked.request)}/open311/v2`;
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url,
    changeset: '2026-01-01T00:00:00+00:00',
    type: 'production',
    formats: ['text/xml', 'application/json'],
  };
  return [
    'discovery',
    {
      changeset: endpoint.changeset,
      contact: 'https://wiki.open311.org/GeoReport_v2',
      key_service: `${originOf(asked.city, asked.request)}/api`,
      endpoints: [endpoint],
    },
  ];
}

export async function findServices(asked: Asked): Promise<Answer> {
  const { topics } = await ask(asked, listHotlineTopics, {});
  const isEnglish = localeOf(asked.request) === 'en';
  const services = topics.map(({ code, name, nameEn, description, descriptionEn, group }) => ({
    service_code: code,
    service_name: isEnglish ? nameEn : name,
    description: isEnglish ? descriptionEn : description,
    metadata: true,
    type: 'realtime',
    keywords: group,
    group,
  }));
  return ['services', services];
}

/** One question beside the place and the words: whether somebody is in danger. */
export async function findService(asked: Asked): Promise<Answer> {
  const { topics } = await ask(asked, listHotlineTopics, {});
  if (!topics.some(({ code }) => code === asked.name))
    throw new Refusal('hotline:open311.noService', { code: asked.name }, 404);
  const t = asked.city.messages.for(localeOf(asked.request));
  const values = ['no', 'yes'].map((key) => ({ key, name: t(`hotline:open311.${key}`) }));
  const danger = {
    variable: true,
    code: 'danger',
    datatype: 'singlevaluelist',
    required: false,
    datatype_description: '',
    order: 1,
    description: t('hotline:open311.danger'),
    values,
  };
  return ['service_definition', { service_code: asked.name, attributes: [danger] }];
}

const OPEN: readonly TicketState[] = ['new', 'in-work', 'done'];
const WINDOW_MS = 90 * 24 * 3_600_000;
const MOST = 1000;

export async function findRequests(asked: Asked): Promise<Answer> {
  const { query, city } = asked;
  const list = (name: string) => (query[name] ?? '').split(',').filter((one) => one !== '');
  const ids = list('service_request_id');
  const size = numberOf(query['page_size'], MOST, MOST);
  const page = numberOf(query['page'], 1, 10_000);
  // With ids all other filters are passed over, as the standard says.
  const filters =
    ids.length > 0
      ? { ids }
      : {
          topics: list('service_code'),
          states: statesOf(list('status')),
          ...windowOf(query, city.clock.now()),
        };
  const { problems } = await ask(asked, listProblems, { ...filters, limit: size, after: (page - 1) * size });
  return ['service_requests', problems.map((problem) => viewRequest(asked, problem))];
}

export async function findRequest(asked: Asked): Promise<Answer> {
  const { problems } = await ask(asked, listProblems, { ids: [asked.name], limit: 1 });
  if (problems.length === 0) throw new Refusal('hotline:open311.noRequest', { id: asked.name }, 404);
  return ['service_requests', problems.map((problem) => viewRequest(asked, problem))];
}

function numberOf(text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw new Refusal('hotline:open311.badPage', {}, 400);
  return Math.min(Number(text), most);
}

function statesOf(said: readonly string[]): TicketState[] {
  if (said.some((one) => one !== 'open' && one !== 'closed'))
    throw new Refusal('hotline:open311.badStatus', {}, 400);
  return STATES.filter((state) => said.includes(OPEN.includes(state) ? 'open' : 'closed'));
}

/** `start_date`, `end_date` as W3C moments; without a beginning the last ninety days. */
function windowOf(query: Asked['query'], now: Date) {
  const [from, to] = [momentOf(query['start_date']), momentOf(query['end_date'])];
  const changed = { from: momentOf(query['updated_after']), to: momentOf(query['updated_before']) };
  const begin = from ?? new Date((to ?? now).getTime() - WINDOW_MS);
  return {
    from: begin,
    ...(to === null ? {} : { to }),
    ...(changed.from === null ? {} : { changedFrom: changed.from }),
    ...(changed.to === null ? {} : { changedTo: changed.to }),
  };
}

function momentOf(text: string | undefined): Date | null {
  if (text === undefined || text === '') return null;
  // A plus sign in a query string is read as a space.
  const at = new Date(text.replace(/ (\d\d:\d\d)$/, '+$1'));
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at.getTime()))
    throw new Refusal('hotline:open311.badDate', { text: text.slice(0, 40) }, 400);
  return at;
}

function viewRequest({ request }: Asked, problem: Problem): Node {
  const locale = localeOf(request);
  const name = locale === 'en' ? problem.topicNameEn : problem.topicName;
  return {
    service_request_id: problem.id,
    status: OPEN.includes(problem.state) ? 'open' : 'closed',
    status_notes: stateName(problem.state, locale),
    service_name: name,
    service_code: problem.topic,
    // The words are the caller's own and are not published.
    description: name,
    agency_responsible: problem.unit,
    service_notice: problem.number,
    requested_datetime: problem.receivedAt.toISOString(),
    updated_datetime: problem.changedAt.toISOString(),
    expected_datetime: problem.dueOn === null ? null : `${problem.dueOn}T21:00:00Z`,
    address: problem.address,
    address_id: null,
    zipcode: null,
    lat: problem.lat,
    long: problem.lon,
    media_url: null,
  };
}
