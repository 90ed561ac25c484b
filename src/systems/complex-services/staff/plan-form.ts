import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import type { planSchema } from '../plan.ts';

/** Empty rows at the end of the form, so that parts can be added without JavaScript. */
export const SPARE = 2;
const MOST = 32;

type PlanInput = z.input<typeof planSchema>;
type PartInput = PlanInput['parts'][number];
type Read = (name: string) => string;

/** A plan out of the posted form. Names of fields are the paths of the action's input. */
export function readPlan(request: Pick<PagePost, 'field'>): PlanInput {
  const at: Read = (name) => request.field(`plan.${name}`);
  return {
    code: at('code'),
    title: wordsAt(at, 'title'),
    intro: wordsAt(at, 'intro'),
    promise: termAt(at, 'promise'),
    lifeEvent: at('lifeEvent') || null,
    form: readForm(at('form')),
    documents: linesOf(at('documents')),
    parts: Array.from({ length: MOST }, (_, index) => partAt(at, `parts.${index}`)).filter(
      (part) => part.title.uk !== '',
    ),
  };
}

function partAt(at: Read, path: string): PartInput {
  const when = wordsAt(at, `${path}.when`);
  return {
    no: Number(at(`${path}.no`)) || 0,
    serviceCode: at(`${path}.serviceCode`) || null,
    title: wordsAt(at, `${path}.title`),
    gives: wordsAt(at, `${path}.gives`),
    provider: at(`${path}.provider`),
    term: termAt(at, `${path}.term`),
    required: at(`${path}.required`) === 'on',
    dependsOn: listOf(at(`${path}.dependsOn`)).map(Number),
    when: when.uk === '' ? null : when,
    appliesWhen: conditionOf(at(`${path}.appliesWhen`)),
    shares: listOf(at(`${path}.shares`)),
  };
}

function wordsAt(at: Read, path: string) {
  return { uk: at(`${path}.uk`), en: at(`${path}.en`) };
}

function termAt(at: Read, path: string): PlanInput['promise'] {
  const value = at(`${path}.value`);
  if (value === '') return null;
  const unit = at(`${path}.unit`);
  const units = ['hours', 'working-days', 'calendar-days', 'months'] as const;
  return {
    value: Number(value),
    unit: units.find((one) => one === unit) ?? 'working-days',
    article: at(`${path}.article`),
  };
}

function listOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((one) => one !== '');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** `large-family = так`, `kind = cafe`. */
export function conditionOf(text: string): PartInput['appliesWhen'] {
  const [field, is] = text.split('=').map((part) => part.trim());
  if (field === undefined || field === '' || is === undefined || is === '') return null;
  if (is === 'так' || is === 'yes') return { field, is: true };
  if (is === 'ні' || is === 'no') return { field, is: false };
  return { field, is };
}

export function conditionWords(condition: PartInput['appliesWhen']): string {
  if (condition === null || condition === undefined) return '';
  const { field, is } = condition;
  return `${field} = ${is === true ? 'так' : is === false ? 'ні' : is}`;
}

/** The questions are edited as the catalogue exports them. @throws Refusal for what is no JSON. */
function readForm(text: string): PlanInput['form'] {
  if (text === '') return [];
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('complex-services:refusals.formUnreadable', {}, 422);
  }
}
