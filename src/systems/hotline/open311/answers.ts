import type { z } from 'zod';
import { askQuery } from '../../../kernel/actions/ask-query.ts';
import { RESIDENT } from '../../../kernel/actions/actor.ts';
import type { QueryDefinition } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { localeOf, originOf } from '../../../kernel/http/visitor.ts';
import { listHotlineTopics, listProblems } from '../queries/problems.ts';
import type { Asked } from './asked.ts';
import { askedRequests } from './asked-requests.ts';
import type { Node } from './to-xml.ts';
import { viewRequest } from './view-request.ts';

/** The name of the root element, and what is in it. */
export type Answer = readonly [root: string, value: Node];

/** When this interface last changed, for the caches of other sites. */
const CHANGED = '2026-11-21T00:00:00+00:00';

export async function ask<I extends z.ZodType, O extends z.ZodType>(
  { city }: Pick<Asked, 'city'>,
  query: QueryDefinition<I, O>,
  input: z.input<I>,
): Promise<z.output<O>> {
  return query.output.parse(await askQuery(city, query, input, { actor: RESIDENT }));
}

export async function discovery({ city, request }: Asked): Promise<Answer> {
  const origin = originOf(city, request);
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${origin}/open311/v2`,
    changeset: CHANGED,
    type: 'production',
    formats: ['text/xml', 'application/json'],
  };
  const t = city.messages.for(localeOf(request));
  return [
    'discovery',
    {
      changeset: CHANGED,
      contact: `${t('hotline:open311.contact')} ${origin}`,
      key_service: `${t('hotline:open311.keyService')} ${origin}/api`,
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
  if (asked.name === '') throw new Refusal('hotline:open311.serviceMissing', {}, 400);
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

export async function findRequests(asked: Asked): Promise<Answer> {
  const { problems } = await ask(asked, listProblems, askedRequests(asked.query, asked.city.clock.now()));
  return ['service_requests', problems.map((problem) => viewRequest(asked, problem))];
}

export async function findRequest(asked: Asked): Promise<Answer> {
  if (asked.name === '') throw new Refusal('hotline:open311.idMissing', {}, 400);
  const { problems } = await ask(asked, listProblems, { ids: [asked.name], limit: 1 });
  if (problems.length === 0) throw new Refusal('hotline:open311.noRequest', { id: asked.name }, 404);
  return ['service_requests', problems.map((problem) => viewRequest(asked, problem))];
}
