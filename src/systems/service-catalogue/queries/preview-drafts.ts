import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { planDrafts } from '../plan-drafts.ts';
import { plannedRow, planRow } from '../planned-row.ts';
import { serviceDraftSchema } from '../service-draft.ts';
import { readKnownCatalogue } from '../version-store.ts';

export const previewDraftsQuery = defineQuery({
  name: 'service-catalogue.preview-drafts',
  title: { uk: 'Що змінять нові редакції послуг', en: 'What drafts of services would change' },
  input: z.object({ rows: z.array(serviceDraftSchema).min(1).max(2000) }),
  output: z.object({ rows: z.array(plannedRow) }),
  may: ['head', 'it'],
  async run({ tx, now }, { rows }) {
    return { rows: planDrafts(rows, await readKnownCatalogue(tx, kyivDate(now))).map(planRow) };
  },
});
