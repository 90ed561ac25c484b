import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import type { PublishedValues } from '../../../kernel/figures/report/corrections.ts';
import { readReport } from '../../../kernel/figures/report/read-report.ts';
import { cellKey, type Report, reportValues } from '../../../kernel/figures/report/report.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { type ClassifierEntry, inForce, loadClassifier } from '../../appeals/index.ts';
import { type Edition, editionInput, periodOf } from '../edition.ts';
import {
  findPublished,
  getPublished,
  listPublications,
  type Publication,
  type PublishedReport,
} from '../publication-store.ts';
import { FORM_AXES } from '../form.ts';
import { VOICE_REPORT } from '../report-plan.ts';

export interface ShownVoice {
  readonly edition: Edition;
  readonly report: Report;
  /** All published versions, the last first. */
  readonly publications: readonly Publication[];
  /** What the last of them says. */
  readonly published: PublishedValues | undefined;
  /** The classifier as it holds at the period's end, for the form. */
  readonly classifier: readonly ClassifierEntry[];
}

/** For the pages: the whole report of a year or a quarter. */
export const shownVoice = defineQuery({
  name: 'voice-report.shown-report',
  title: { uk: 'Звіт про звернення, як на сторінці', en: 'The report on appeals as on its page' },
  input: editionInput,
  output: z.custom<ShownVoice>(),
  may: ['resident'],
  run: async ({ tx, now }, edition) => {
    await takeSnapshot(tx);
    const period = periodOf(edition);
    const report = await readReport(tx, VOICE_REPORT, period, now);
    const all = await loadClassifier(tx);
    const publications = await listPublications(tx, edition);
    const published = await findPublishedValues(tx, edition);
    return {
      edition,
      report,
      publications,
      published,
      classifier: FORM_AXES.flatMap((axis) => inForce(all, axis, period.to)),
    };
  },
});

async function findPublishedValues(tx: Transaction, edition: Edition): Promise<PublishedValues | undefined> {
  const last = await findPublished(tx, edition, null);
  return last === undefined ? undefined : reportValues(last.report);
}

/** A version of a report as it was published. */
export const publishedVersion = defineQuery({
  name: 'voice-report.published-version',
  title: { uk: 'Опублікована версія звіту, як на сторінці', en: 'A published version as on its page' },
  input: editionInput.extend({ version: z.coerce.number().int().min(1).max(10_000) }),
  output: z.custom<PublishedReport>(),
  may: ['resident'],
  run: ({ tx }, { version, ...edition }) => getPublished(tx, edition, version),
});

const values = z.record(z.string(), z.number().nullable());

/** For programs: every value of the report by the key of its cell. */
export const report = defineQuery({
  name: 'voice-report.report',
  title: { uk: 'Звіт про звернення', en: 'Report on appeals' },
  input: editionInput,
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    countedAt: z.iso.datetime(),
    /** `appeals.questions?outcome=refused` → value; null = hidden, for it would name a person. */
    values,
    before: values,
    /** What the last published version says; null before the first. */
    published: values.nullable(),
    version: z.int().nullable(),
    publishedAt: z.iso.datetime().nullable(),
  }),
  may: ['resident'],
  run: async ({ tx, now }, edition) => {
    await takeSnapshot(tx);
    const counted = await readReport(tx, VOICE_REPORT, periodOf(edition), now);
    const before = counted.blocks.flatMap(({ figure, total, parts }) =>
      [total, ...parts.flatMap(({ lines }) => lines)].flatMap((line) =>
        line.before === undefined ? [] : [[cellKey(figure, line.now), line.before.value] as const],
      ),
    );
    const last = await findPublished(tx, edition, null);
    return {
      ...counted.period,
      countedAt: now.toISOString(),
      values: reportValues(counted),
      before: Object.fromEntries(before),
      published: last === undefined ? null : reportValues(last.report),
      version: last?.publication.version ?? null,
      publishedAt: last?.publication.publishedAt.toISOString() ?? null,
    };
  },
});

/** Where `/voice` leads: this year. */
export const currentYear = (now: Date): number => Number(kyivDate(now).slice(0, 4));
