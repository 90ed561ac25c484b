import { z } from 'zod';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { sentenceOf } from '../../../kernel/http/problem.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { packRows, unpackRows } from '../../../kernel/registers/packed-rows.ts';
import { readSheet, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { importAppeals } from '../actions/import-appeals.ts';
import { JOURNAL_SHEET } from '../journal-sheet.ts';
import { JOURNAL_FIELDS, journalRow, MOST_ROWS, sourceInput } from '../past-journal.ts';
import { previewAppeals } from '../queries/preview-appeals.ts';
import { BringProgress } from './bring-progress.tsx';
import { CheckedJournal } from './checked-journal.tsx';

/** Checked rows travel in a form, and a form is at most a megabyte. */
const MOST_PACKED = 900_000;

export const importPage = definePage({
  path: '/desk/appeals/import',
  may: ['registrar'],
  shell: 'staff',
  get: async ({ t }, form) => view(t('appeals:journal.title'), <ChooseFile form={form} />),
  post: async (request) => (request.field('checked') === '' ? check(request) : write(request)),
});

/** The dry run: how many are new, how many were brought before, and each place to mend. */
async function check(request: PagePost): Promise<Answer> {
  const { t } = request;
  const source = sourceOf(request);
  const [file] = request.files;
  if (file === undefined) throw new Refusal('appeals:refusals.noFile', {}, 422);
  const tell = (issue: z.core.$ZodIssue) => sentenceOf(issue, request.locale, t);
  const { rows, badRows } = await readSheet(file.bytes, sheetFormatOf(file.bytes), JOURNAL_SHEET, tell);
  if (rows.length + new Set(badRows.map(({ row }) => row)).size > MOST_ROWS) {
    throw new Refusal('registers:refusals.tooManyRows', { most: MOST_ROWS }, 413);
  }
  const values = rows.map(({ value }) => value);
  const plans = values.length === 0 ? [] : (await request.ask(previewAppeals, { source, rows: values })).rows;
  const problems = plans.flatMap((plan, index) =>
    plan.problems.map(({ field, problem }) => ({
      row: rows[index]?.row ?? 0,
      field,
      sentence: t(`appeals:journal.problems.${problem}`),
    })),
  );
  const bad = [...badRows, ...problems].toSorted((a, b) => a.row - b.row);
  const packed = packRows(values);
  if (packed.length > MOST_PACKED) throw new Refusal('appeals:refusals.journalTooHeavy', {}, 413);
  return view(
    t('appeals:journal.result'),
    <CheckedJournal source={source} packed={packed} plans={plans} bad={bad} />,
    { status: bad.length > 0 ? 422 : 200 },
  );
}

function sourceOf(request: PagePost): string {
  const parsed = z.object({ source: sourceInput }).safeParse({ source: request.field('source') });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data.source;
}

/** So many rows in one transaction: a person sees how it goes, and what is brought stays brought. */
const BATCH = 100;

async function write(request: PagePost): Promise<Answer> {
  const [source, packed] = [request.field('source'), request.field('checked')];
  const rows = unpackRows(packed, journalRow);
  const from = Math.min(Number(request.field('from')) || 0, rows.length);
  const batch = rows.slice(from, from + BATCH);
  if (batch.length > 0) await request.run(importAppeals, { source, rows: batch, confirmed: true });
  const done = from + batch.length;
  if (done >= rows.length) return redirect('/desk/appeals?show=all', 'appeals:notices.brought');
  return view(
    request.t('appeals:journal.bringing'),
    <BringProgress source={source} packed={packed} done={done} all={rows.length} />,
    { scripts: ['go-on'] },
  );
}

function ChooseFile({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/appeals">← {t('appeals:list.title')}</a>
      </p>
      <h1>{t('appeals:journal.title')}</h1>
      <p>{t('appeals:journal.lead')}</p>
      <p>
        {t('appeals:journal.columns', {
          columns: JOURNAL_FIELDS.map((field) => t(`appeals:journal.sheet.${field}`)).join(', '),
        })}
      </p>
      <Form multipart state={form}>
        <TextField
          name="source"
          label={t('appeals:journal.source')}
          hint={t('appeals:journal.sourceHint')}
          maxLength={100}
          width={20}
        />
        <FileField
          name="file"
          label={t('appeals:journal.file')}
          hint={t('appeals:journal.fileHint', { most: MOST_ROWS })}
          accept=".xlsx,.csv"
        />
        <Button>{t('appeals:journal.check')}</Button>
      </Form>
    </>
  );
}
