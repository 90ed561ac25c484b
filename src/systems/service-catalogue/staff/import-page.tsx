import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { sentenceOf } from '../../../kernel/http/problem.ts';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { FileField, HiddenField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { readSheet, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { importServices } from '../actions/import-services.ts';
import { isDefinitionFile, readDefinitions } from '../definition-file.ts';
import { CELL_FIELDS, cellField, draftFromCells } from '../draft-cells.ts';
import en from '../messages/en.json' with { type: 'json' };
import uk from '../messages/uk.json' with { type: 'json' };
import type { PlannedRow } from '../planned-row.ts';
import { previewDraftsQuery } from '../queries/preview-drafts.ts';
import { type ServiceDraft, serviceDraftSchema } from '../service-draft.ts';

/** Far more than a catalogue of 2000 services with cards takes. */
const MOST_UNPACKED = 20 * 1024 * 1024;

export const importPage = definePage({
  path: '/desk/catalogue/import',
  may: ['head', 'it'],
  shell: 'staff',
  get: async ({ t }, form) => view(t('service-catalogue:import.title'), <ChooseFile form={form} />),
  post: async (request) => (request.field('checked') === '' ? check(request) : write(request)),
});

const COLUMNS = CELL_FIELDS.map((field) => ({ field, titles: [uk.fields[field], en.fields[field], field] }));

interface BadCell {
  readonly row: number;
  readonly field: string;
  readonly sentence: string;
}

/** The dry run: what each row would do, and each place that must be mended. */
async function check(request: PagePost): Promise<Answer> {
  const { t } = request;
  const [file] = request.files;
  if (file === undefined) throw new Refusal('service-catalogue:refusals.noFile', {}, 422);
  const { rows, badRows } = await readFile(request, file.bytes);
  const drafts = rows.map(({ value }) => value);
  const plans = drafts.length === 0 ? [] : (await request.ask(previewDraftsQuery, { rows: drafts })).rows;
  const bad = [...badRows, ...rows.flatMap(({ row }, index) => badCells(row, plans[index], t))].toSorted(
    (a, b) => a.row - b.row,
  );
  return view(
    t('service-catalogue:import.result'),
    <CheckedTable drafts={drafts} plans={plans} bad={bad} />,
    {
      status: bad.length > 0 ? 422 : 200,
    },
  );
}

interface ReadFile {
  readonly rows: readonly { readonly row: number; readonly value: ServiceDraft }[];
  readonly badRows: readonly BadCell[];
}

/** A spreadsheet of services, or a file of whole definitions. */
async function readFile({ locale, t }: PagePost, bytes: Buffer): Promise<ReadFile> {
  const tell = (issue: z.core.$ZodIssue) => sentenceOf(issue, locale, t);
  if (!isDefinitionFile(bytes)) {
    return readSheet(bytes, sheetFormatOf(bytes), { columns: COLUMNS, row: draftFromCells }, tell);
  }
  const read = readDefinitions(bytes);
  if (read === undefined) throw new Refusal('service-catalogue:refusals.noDefinitions', {}, 422);
  return {
    rows: read.drafts.map((value, index) => ({ row: index + 1, value })),
    badRows: read.bad.map(({ row, code, path, issue }) => ({
      row,
      field: `${code} ${path}`.trim(),
      sentence: tell(issue),
    })),
  };
}

function badCells(row: number, plan: PlannedRow | undefined, t: PagePost['t']): readonly BadCell[] {
  return (plan?.problems ?? []).map(({ field, key, params }) => ({
    row,
    field,
    sentence:
      key === 'contradiction'
        ? t(`service-catalogue:contradictions.${params['contradiction'] ?? ''}`, params)
        : t(`service-catalogue:problems.${key}`, params),
  }));
}

/** The checked rows come back packed in the form, and are judged again under the lock. */
async function write(request: PagePost): Promise<Answer> {
  const rows = unpack(request.field('checked'));
  await request.run(importServices, { rows, dryRun: false, confirmed: true });
  return redirect('/desk/catalogue', 'service-catalogue:import.done');
}

function pack(drafts: readonly ServiceDraft[]): string {
  return gzipSync(JSON.stringify(drafts)).toString('base64url');
}

function unpack(packed: string): ServiceDraft[] {
  let rows: unknown;
  try {
    rows = JSON.parse(
      gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_UNPACKED }).toString(),
    );
  } catch {
    throw new Refusal('service-catalogue:refusals.staleFile', {}, 422);
  }
  const parsed = z.array(serviceDraftSchema).safeParse(rows);
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data;
}

function ChooseFile({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/catalogue">← {t('service-catalogue:desk.backToList')}</a>
      </p>
      <h1>{t('service-catalogue:import.title')}</h1>
      <p>{t('service-catalogue:import.lead')}</p>
      <p>
        {t('service-catalogue:desk.export')}: <a href="/desk/catalogue.xlsx">XLSX</a> ·{' '}
        <a href="/desk/catalogue.csv">CSV</a>
      </p>
      <Form multipart state={form}>
        <FileField name="file" label={t('service-catalogue:import.file')} accept=".xlsx,.csv,.json" />
        <Button>{t('service-catalogue:import.check')}</Button>
      </Form>
    </>
  );
}

/** Read before the rows are written: pressing «write» under them is the confirmation. */
function Warnings({ plans }: { plans: readonly PlannedRow[] }) {
  const { t } = usePage();
  const lines = plans.flatMap(({ code, contradictions }) =>
    contradictions.map(
      ({ key, params }) => `${code}: ${t(`service-catalogue:contradictions.${key}`, params)}`,
    ),
  );
  if (lines.length === 0) return null;
  return (
    <Notice kind="attention">
      <p>{t('service-catalogue:import.warnings')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

const KINDS = ['new', 'version', 'closed', 'unchanged'] as const;

interface CheckedProps {
  readonly drafts: readonly ServiceDraft[];
  readonly plans: readonly PlannedRow[];
  readonly bad: readonly BadCell[];
}

function CheckedTable({ drafts, plans, bad }: CheckedProps) {
  const { t } = usePage();
  const changing = plans.filter(({ kind, problems }) => kind !== 'unchanged' && problems.length === 0);
  return (
    <>
      <h1>{t('service-catalogue:import.result')}</h1>
      <SummaryList
        lines={KINDS.map((kind) => ({
          term: t(`service-catalogue:import.kinds.${kind}`),
          value: String(plans.filter((plan) => plan.kind === kind).length),
        }))}
      />
      {bad.length > 0 ? <BadRows bad={bad} fieldName={(field) => fieldTitle(field, t)} /> : null}
      {changing.length > 0 ? <ChangingTable plans={changing} /> : null}
      <Warnings plans={changing} />
      <Form>
        <Buttons>
          {bad.length === 0 && changing.length > 0 ? (
            <>
              <HiddenField name="checked" value={pack(drafts)} />
              <Button>{t('service-catalogue:import.write')}</Button>
            </>
          ) : null}
          <LinkButton look="plain" href="/desk/catalogue/import">
            {t('service-catalogue:import.again')}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}

function ChangingTable({ plans }: { plans: readonly PlannedRow[] }) {
  const { t } = usePage();
  return (
    <DataTable
      caption={t('service-catalogue:import.changesTitle')}
      rows={plans}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'code',
          title: t('service-catalogue:fields.code'),
          cell: ({ code }) => code,
          narrow: true,
          heading: true,
        },
        {
          key: 'kind',
          title: '',
          cell: ({ kind }) => t(`service-catalogue:import.kinds.${kind}`),
          narrow: true,
        },
        {
          key: 'fields',
          title: t('service-catalogue:import.fields'),
          cell: ({ changes }) => changes.map(({ field }) => fieldTitle(field, t)).join(', '),
        },
      ]}
    />
  );
}

/** What a field of a draft is called on the screen and in the sheet. */
export function fieldTitle(path: string, t: PagePost['t']): string {
  if (path === 'term') return t('service-catalogue:fields.termValue');
  if (path === 'fee') return t('service-catalogue:fields.feeKind');
  if (path === 'hasCard') return t('service-catalogue:fields.hasCard');
  const field = cellField(path);
  return field === undefined ? path : t(`service-catalogue:fields.${field}`);
}
