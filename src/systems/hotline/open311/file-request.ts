import { v7 as uuid } from 'uuid';
import { type Actor, hasRole, RESIDENT } from '../../../kernel/actions/actor.ts';
import { askQuery } from '../../../kernel/actions/ask-query.ts';
import { performAction } from '../../../kernel/actions/perform-action.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { localeOf } from '../../../kernel/http/visitor.ts';
import { findActorByToken } from '../../../kernel/identity/find-actor.ts';
import { reportProblem } from '../actions/report-problem.ts';
import { findHouse } from '../queries/find-house.ts';
import { listHotlineTopics } from '../queries/problems.ts';
import { type Asked, textsOf } from './asked.ts';
import type { Node } from './to-xml.ts';

/** A request from another city's app or a civic site; without a key by the door that is open to everyone. */
export async function fileRequest(asked: Asked): Promise<readonly [root: string, value: Node]> {
  const { city, request } = asked;
  const form = textsOf(request.body);
  const actor = await actorOfKey(asked, form['api_key'] ?? asked.query['api_key']);
  await requireService(asked, form['service_code'] ?? '');
  const place = form['address_string'] ?? form['address_id'] ?? '';
  const { houseId } = findHouse.output.parse(await askQuery(city, findHouse, { place }, { actor: RESIDENT }));
  const name = [form['last_name'], form['first_name']].filter(Boolean).join(' ');
  const input = {
    topic: form['service_code'] ?? '',
    text: form['description'] ?? '',
    place,
    ...(houseId === null ? {} : { houseId }),
    ...pointOf(form),
    name,
    phone: form['phone'] ?? '',
    email: form['email'] ?? '',
    urgency: form['attribute[danger]'] === 'yes' ? 'urgent' : 'ordinary',
    channel: 'open311',
  };
  // The standard knows no key of a request: a client that repeats a post files twice, as it says.
  const done = reportProblem.output.parse(
    await performAction(city, reportProblem, input, { actor, key: uuid() }),
  );
  const t = city.messages.for(localeOf(request));
  return [
    'service_requests',
    [
      {
        service_request_id: done.caseId,
        service_notice: t('hotline:open311.notice', { number: done.number, code: done.trackingCode }),
        account_id: null,
      },
    ],
  ];
}

/** @throws Refusal 403 for a key that is no integrator's. */
async function actorOfKey({ city }: Asked, key: string | undefined): Promise<Actor> {
  if (key === undefined || key === '') return RESIDENT;
  const actor = await findActorByToken(city.connections.database, key, city.clock.now());
  if (actor === undefined || !hasRole(actor, 'integrator'))
    throw new Refusal('hotline:open311.badKey', {}, 403);
  return actor;
}

async function requireService({ city }: Asked, code: string): Promise<void> {
  if (code === '') throw new Refusal('hotline:open311.serviceMissing', {}, 400);
  const { topics } = listHotlineTopics.output.parse(
    await askQuery(city, listHotlineTopics, {}, { actor: RESIDENT }),
  );
  if (!topics.some((topic) => topic.code === code))
    throw new Refusal('hotline:open311.noService', { code }, 404);
}

function pointOf({ lat, long }: Record<string, string>): { lat?: number; lon?: number } {
  if (lat === undefined || long === undefined || lat === '' || long === '') return {};
  const [north, east] = [Number(lat), Number(long)];
  if (!Number.isFinite(north) || !Number.isFinite(east) || Math.abs(north) > 90 || Math.abs(east) > 180)
    throw new Refusal('hotline:open311.badPoint', {}, 400);
  return { lat: north, lon: east };
}
