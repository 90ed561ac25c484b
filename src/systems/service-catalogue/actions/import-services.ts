import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { plannedRow, planRow } from '../planned-row.ts';
import { serviceDraftSchema } from '../service-draft.ts';
import { writeDrafts } from './write-drafts.ts';

export const importServices = defineAction({
  name: 'service-catalogue.import-services',
  title: { uk: 'Завантажити послуги з таблиці', en: 'Import services' },
  input: z.object({
    rows: z.array(serviceDraftSchema).min(1).max(2000),
    dryRun: z.boolean().default(true),
    /** The warnings of contradictions were read and are meant. */
    confirmed: z.boolean().default(false),
  }),
  /** What each row does, in the order of the rows; `written` is empty after a dry run. */
  output: z.object({
    rows: z.array(plannedRow),
    written: z.array(
      z.object({ code: z.string(), versionId: z.uuid(), closedVersionId: z.uuid().nullable() }),
    ),
  }),
  may: ['head', 'it'],
  async run(deed, { rows, dryRun, confirmed }) {
    const { plans, written } = await writeDrafts(deed, rows, { dryRun, confirmed });
    return { rows: plans.map(planRow), written: [...written] };
  },
});
