import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, hasRole, RESIDENT } from '../../../kernel/actions/actor.ts';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { performAction } from '../../../kernel/actions/perform-action.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { storePhoto } from '../../../kernel/files/store-photo.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { localeOf } from '../../../kernel/http/visitor.ts';
import { findActorByToken } from '../../../kernel/identity/find-actor.ts';
import { MOST_PHOTOS, reportProblem } from '../actions/report-problem.ts';
import { findPlaces } from '../queries/find-places.ts';
import { listHotlineTopics } from '../queries/problems.ts';
import { type Answer, ask } from './answers.ts';
import type { Asked } from './asked.ts';
import { answerToken, wantsToken } from './tokens.ts';

/** «limited to 4,000 characters» */
const LONGEST = 4000;

/** A request from another city's app or a civic site; without a key by the door that is open to everyone. */
export async function fileRequest(asked: Asked): Promise<Answer> {
  const { city, request } = asked;
  const isLater = wantsToken(asked);
  // What waits for its number is entered by the house for a resident, so its pictures are a resident's too.
  const known = await actorOfKey(asked);
  const actor = isLater ? RESIDENT : known;
  const input = { ...(await readRequest(asked)), fileIds: await keepPhotos(asked, actor) };
  if (isLater) {
    // What is wrong is said at once: a token is for what will be entered.
    const judged = reportProblem.input.safeParse(input);
    if (!judged.success) throw new InvalidInput(judged.error);
    return answerToken(asked, input);
  }
  // The standard knows no key of a request: a client that repeats a post files twice, as it says.
  const done = reportProblem.output.parse(
    await performAction(city, reportProblem, input, { actor, key: uuid() }),
  );
  const locale = localeOf(request);
  const t = city.messages.for(locale);
  const { number, trackingCode: code, dueOn } = done;
  const date = dueOn === null ? '' : formatDate(dueOn, locale);
  const promise = t(`hotline:open311.${dueOn === null ? 'noTerm' : 'expected'}`, { number, date });
  return [
    'service_requests',
    [
      {
        service_request_id: done.caseId,
        service_notice: `${promise} ${t('hotline:open311.notice', { code })}`,
        account_id: null,
      },
    ],
  ];
}

async function readRequest(asked: Asked): Promise<z.input<(typeof reportProblem)['input']>> {
  const { form } = asked;
  const topic = form['service_code'] ?? '';
  await requireService(asked, topic);
  const text = form['description'] ?? '';
  if (text.length > LONGEST) throw new Refusal('hotline:open311.descriptionLong', {}, 400);
  return {
    topic,
    text,
    ...(await placeOf(asked)),
    ...pointOf(form),
    name: [form['last_name'], form['first_name']].filter(Boolean).join(' '),
    phone: form['phone'] ?? '',
    email: form['email'] ?? '',
    mediaUrl: form['media_url'] ?? '',
    urgency: dangerOf(form) ? 'urgent' : 'ordinary',
    channel: 'open311',
  };
}

/** @throws Refusal 403 for a key that is no integrator's. */
async function actorOfKey({ city, form, query }: Asked): Promise<Actor> {
  const key = form['api_key'] ?? query['api_key'];
  if (key === undefined) return RESIDENT;
  const actor = await findActorByToken(city.connections.database, key, city.clock.now());
  if (actor === undefined || !hasRole(actor, 'integrator'))
    throw new Refusal('hotline:open311.badKey', {}, 403);
  return actor;
}

async function requireService(asked: Asked, code: string): Promise<void> {
  if (code === '') throw new Refusal('hotline:open311.serviceMissing', {}, 400);
  const { topics } = await ask(asked, listHotlineTopics, {});
  if (!topics.some((topic) => topic.code === code))
    throw new Refusal('hotline:open311.noService', { code: code.slice(0, 60) }, 404);
}

/** `address_id` is a house of our register, as our own answers give it; `address_string` what a person typed. */
async function placeOf(asked: Asked): Promise<{ place: string; houseId?: string }> {
  const { address_id: id, address_string: place = '' } = asked.form;
  if (id !== undefined) {
    if (!/^[0-9a-f-]{36}$/i.test(id))
      throw new Refusal('hotline:open311.badAddressId', { id: id.slice(0, 60) }, 400);
    return { place, houseId: id };
  }
  const { places } = await ask(asked, findPlaces, { place: place.slice(0, 300) });
  const [only] = places.length === 1 ? places : [];
  return only === undefined ? { place } : { place, houseId: only.houseId };
}

/** Both or none. @throws Refusal 400. */
function pointOf({ lat, long }: Asked['form']): { lat?: number; lon?: number } {
  if (lat === undefined && long === undefined) return {};
  const [north, east] = [Number(lat ?? Number.NaN), Number(long ?? Number.NaN)];
  if (!Number.isFinite(north) || !Number.isFinite(east) || Math.abs(north) > 90 || Math.abs(east) > 180)
    throw new Refusal('hotline:open311.badPoint', {}, 400);
  return { lat: north, lon: east };
}

function dangerOf(form: Asked['form']): boolean {
  const said = form['attribute[danger]'] ?? 'no';
  if (said !== 'yes' && said !== 'no') throw new Refusal('hotline:open311.badDanger', {}, 400);
  return said === 'yes';
}

/** The extension `media`: pictures in the post itself (multipart). A `media_url` is told on and never fetched. */
async function keepPhotos({ city, files }: Asked, actor: Actor): Promise<string[]> {
  if (files.length > MOST_PHOTOS) throw new Refusal('hotline:input.tooManyPhotos', {}, 400);
  const ids: string[] = [];
  for (const file of files) ids.push((await storePhoto(city, actor, file)).id);
  return ids;
}
