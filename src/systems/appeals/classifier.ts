import { sql } from 'kysely';
import type { z } from 'zod';
import { rememberByKey } from '../../kernel/database/reference-cache.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import type { classifierEntry } from './classifier-input.ts';

export const AXES = [
  'channel',
  'sign',
  'kind',
  'sex',
  'subject',
  'document',
  'category',
  'status',
  'outcome',
  'topic',
] as const;
export type Axis = (typeof AXES)[number];

export type ClassifierEntry = z.output<typeof classifierEntry>;

const cache = rememberByKey<readonly ClassifierEntry[]>();

/** All versions of all entries, by axis, code and age; at most two seconds old. */
export async function loadClassifier(tx: Transaction): Promise<readonly ClassifierEntry[]> {
  return (await cache.find(tx, 'all', () => readClassifier(tx))) ?? [];
}

/** After a change in this process. */
export const forgetClassifier = cache.forget;

async function readClassifier(tx: Transaction): Promise<readonly ClassifierEntry[]> {
  const { rows } = await sql<ClassifierEntry>`
    select axis, code, label, label_en as "labelEn", own, priority, certainty, valid_from as "validFrom",
           valid_to as "validTo"
    from appeals.classifier
    order by axis, string_to_array(translate(code, '-', '.'), '.')::int[], valid_from`.execute(tx);
  return rows;
}

/** Entries of an axis as they hold on a date. */
export function inForce(
  classifier: readonly ClassifierEntry[],
  axis: Axis,
  on: string,
): readonly ClassifierEntry[] {
  return classifier.filter(
    (entry) => entry.axis === axis && entry.validFrom <= on && (entry.validTo === null || entry.validTo > on),
  );
}

/** Adds and corrects entries; a code's version is known by the date it holds from. */
export async function writeClassifier(tx: Transaction, entries: readonly ClassifierEntry[]): Promise<void> {
  await sql`
    insert into appeals.classifier (axis, code, label, label_en, own, priority, certainty, valid_from, valid_to)
    select axis, code, label, "labelEn", own, priority, certainty, "validFrom", "validTo"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(
      axis text, code text, label text, "labelEn" text, own text, priority boolean, certainty text,
      "validFrom" date, "validTo" date)
    on conflict (axis, code, valid_from) do update set
      label = excluded.label, label_en = excluded.label_en, own = excluded.own,
      priority = excluded.priority, certainty = excluded.certainty, valid_to = excluded.valid_to`.execute(tx);
  forgetClassifier();
}
