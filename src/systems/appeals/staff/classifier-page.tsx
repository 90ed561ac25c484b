import { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { sentenceOf } from '../../../kernel/http/problem.ts';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { FileField, HiddenField, SearchField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { type BadRow, readSheet, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { importClassifier } from '../actions/import-classifier.ts';
import { AXES, type ClassifierEntry } from '../classifier.ts';
import { classifierEntry } from '../classifier-input.ts';
import { listClassifier } from '../queries/list-classifier.ts';

const FIELDS = [
  'axis',
  'code',
  'label',
  'labelEn',
  'own',
  'priority',
  'certainty',
  'validFrom',
  'validTo',
] as const;

/** All versions of all entries; a new edition comes as a table, judged before it is written. */
export const classifierPage = definePage({
  path: '/desk/appeals/classifier',
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor', 'it'],
  shell: 'staff',
  async get(request, form) {
    const axis = AXES.find((one) => one === request.query['axis']);
    const words = (request.query['words'] ?? '').slice(0, 100);
    const { entries } = await request.ask(listClassifier, { words, ...(axis === undefined ? {} : { axis }) });
    const title = request.t('appeals:classifier.title');
    const { format } = request.query;
    if (isListFormat(format)) {
      const columns = FIELDS.map((field) => ({
        title: field,
        value: (entry: ClassifierEntry) => entry[field],
      }));
      return listDownload(columns, entries, format, title);
    }
    return view(title, <Classifier entries={entries} axis={axis} words={words} form={form} />);
  },
  post: (request) => (request.field('checked') === '' ? check(request) : write(request)),
});

/** Cells of a sheet: an empty one is no value, «так» and `true` are a yes. */
const row = z.preprocess((cells) => {
  if (typeof cells !== 'object' || cells === null) return cells;
  const priority = 'priority' in cells && ['true', 'так', 'yes', '1'].includes(String(cells.priority));
  return { ...cells, priority };
}, classifierEntry);

async function check(request: PagePost): Promise<Answer> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal('appeals:input.noEntries', {}, 422);
  const columns = FIELDS.map((field) => ({ field, titles: [field] }));
  const tell = (issue: z.core.$ZodIssue) => sentenceOf(issue, request.locale, request.t);
  const { rows, badRows } = await readSheet(file.bytes, sheetFormatOf(file.bytes), { columns, row }, tell);
  const entries = rows.map(({ value }) => value);
  const counts = badRows.length > 0 ? null : await request.run(importClassifier, { entries, dryRun: true });
  return view(
    request.t('appeals:classifier.checked'),
    <Checked entries={entries} badRows={badRows} counts={counts} />,
    { status: badRows.length > 0 ? 422 : 200 },
  );
}

async function write(request: PagePost): Promise<Answer> {
  const parsed = z.array(classifierEntry).safeParse(JSON.parse(request.field('checked')));
  if (!parsed.success) throw new Refusal('appeals:input.noEntries', {}, 422);
  await request.run(importClassifier, { entries: parsed.data });
  return redirect('/desk/appeals/classifier', 'appeals:notices.classifier');
}

interface CheckedProps {
  readonly entries: readonly ClassifierEntry[];
  readonly badRows: readonly BadRow[];
  readonly counts: { readonly added: number; readonly changed: number; readonly same: number } | null;
}

function Checked({ entries, badRows, counts }: CheckedProps) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('appeals:classifier.checked')}</h1>
      {badRows.length === 0 ? null : <BadRows bad={badRows} fieldName={(field) => field} />}
      {counts === null ? null : (
        <>
          <Notice>{t('appeals:classifier.counts', counts)}</Notice>
          <Form id="write" label={t('appeals:classifier.write')}>
            <HiddenField name="checked" value={JSON.stringify(entries)} />
            <Button>{t('appeals:classifier.write')}</Button>
          </Form>
        </>
      )}
      <p>
        <a href="/desk/appeals/classifier">← {t('appeals:classifier.title')}</a>
      </p>
    </>
  );
}

interface Props {
  readonly entries: readonly ClassifierEntry[];
  readonly axis: string | undefined;
  readonly words: string;
  readonly form: FormState | undefined;
}

function Classifier({ entries, axis, words, form }: Props) {
  const { t, locale, actor } = usePage();
  const title = (name: string) => t(`appeals:classifier.${name}`);
  const mayChange = actor.roles.includes('registrar') || actor.roles.includes('it');
  return (
    <>
      <h1>{title('title')}</h1>
      <p class="lead">{title('lead')}</p>
      <FilterBar clearPath={axis === undefined && words === '' ? undefined : '/desk/appeals/classifier'}>
        <SearchField label={t('appeals:list.words')} value={words} />
        <SelectField
          name="axis"
          label={title('axis')}
          empty={t('appeals:list.any')}
          value={axis ?? ''}
          options={AXES.map((one) => ({ value: one, label: t(`appeals:axes.${one}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={title('title')}
        captionHidden
        rows={entries}
        keyOf={(entry) => `${entry.axis} ${entry.code} ${entry.validFrom}`}
        empty={t('appeals:list.empty')}
        columns={[
          {
            key: 'axis',
            title: title('axis'),
            narrow: true,
            cell: (entry) => t(`appeals:axes.${entry.axis}`),
          },
          { key: 'code', title: title('code'), narrow: true, cell: ({ code }) => code },
          {
            key: 'label',
            title: title('label'),
            heading: true,
            cell: (entry) => (locale === 'uk' ? entry.label : entry.labelEn),
          },
          { key: 'certainty', title: title('certainty'), narrow: true, cell: ({ certainty }) => certainty },
          {
            key: 'from',
            title: title('from'),
            narrow: true,
            cell: ({ validFrom }) => formatDate(validFrom, locale),
          },
          {
            key: 'to',
            title: title('to'),
            narrow: true,
            cell: ({ validTo }) => (validTo === null ? '–' : formatDate(validTo, locale)),
          },
        ]}
      />
      <Downloads />
      {mayChange ? (
        <details open={form !== undefined}>
          <summary>{title('import')}</summary>
          <p>{title('importHint')}</p>
          <Form id="import" multipart state={form} label={title('import')}>
            <FileField name="file" label={title('file')} accept=".xlsx,.csv" />
            <Button look="plain">{title('check')}</Button>
          </Form>
        </details>
      ) : null}
    </>
  );
}
