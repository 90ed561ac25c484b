import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { forgetCalendar } from '../../kernel/calendar/load-calendar.ts';
import { seedDeadlineRules } from '../../kernel/clock/seed-deadline-rules.ts';
import type { Database } from '../../kernel/database/database.ts';
import { forgetClassifier } from './classifier.ts';
import { classifierEntry } from './classifier-input.ts';
import { seedOfficeHours } from './receipt-day.ts';
import { APPEAL_RULES } from './seed/appeal-rules.ts';

const FILE = join(import.meta.dirname, 'seed', 'classifier.json');

/** The classifier and the terms of the law. What was changed since stays as it is. */
export async function seedReference(database: Database): Promise<void> {
  const entries = z.array(classifierEntry).parse(JSON.parse(readFileSync(FILE, 'utf8')));
  await database.transaction().execute(async (tx) => {
    await seedDeadlineRules(tx, APPEAL_RULES);
    await seedOfficeHours(tx);
    await sql`
      insert into appeals.classifier (axis, code, label, label_en, own, priority, certainty, valid_from, valid_to)
      select axis, code, label, "labelEn", own, priority, certainty, "validFrom", "validTo"
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(
        axis text, code text, label text, "labelEn" text, own text, priority boolean, certainty text,
        "validFrom" date, "validTo" date)
      on conflict do nothing`.execute(tx);
  });
  forgetClassifier();
  forgetCalendar();
}
