import { sql } from 'kysely';
import type { Job } from '../jobs/job.ts';
import type { Retention } from '../system.ts';

/** Three years: as long as a decision can be contested and an official answers for it. */
export const personalValuesRetention: Retention = {
  table: 'kernel.audit_personal_values',
  personalColumns: ['personal'],
  months: 36,
  article: 'Закон України «Про захист персональних даних», ст. 6 ч. 8; ЦК України, ст. 257',
};

/** Forgets the values behind the journal's hashes; the journal and its chain stay whole. */
export const erasePersonalValuesJob: Job = {
  name: 'audit.erase-personal-values',
  everySeconds: 24 * 3600,
  async run({ database, now }) {
    await sql`
      delete from kernel.audit_personal_values
       where recorded_at < ${now}::timestamptz - make_interval(months => ${personalValuesRetention.months}::int)`.execute(
      database,
    );
  },
};
