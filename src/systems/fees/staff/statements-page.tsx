import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { readSheetLines, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { importStatement } from '../actions/import-statement.ts';
import { listStatementsQuery } from '../queries/list-statements.ts';
import { previewStatement } from '../queries/preview-statement.ts';
import type { StatementRow } from '../statement-store.ts';
import { CheckedStatement, readColumns } from './checked-statement.tsx';
import { FeeTabs } from './fee-tabs.tsx';
import { packStatement, type PackedStatement, unpackStatement } from './packed-statement.ts';

/** The bank's file comes in: chosen, checked, written. */
export const statementsPage = definePage({
  path: '/desk/fees/statements',
  may: ['head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const { statements } = await request.ask(listStatementsQuery, {});
    return view(request.t('fees:statement.title'), <Statements statements={statements} form={form} />);
  },
  async post(request) {
    const packed = request.field('packed');
    if (packed === '') return check(request, await readUpload(request));
    const statement = unpackStatement(packed);
    return request.field('step') === 'write'
      ? write(request, statement)
      : check(request, statement, readColumns(request));
  },
});

async function readUpload(request: PagePost): Promise<PackedStatement> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal('fees:refusals.noFile', {}, 422);
  const lines = await readSheetLines(file.bytes, sheetFormatOf(file.bytes), 'windows-1251');
  return {
    fileName: file.name.slice(0, 200),
    lines: lines.map((line) => line.map((cell) => cell.slice(0, 2000))),
  };
}

/** The dry run: nothing is written, every bad row is named. */
async function check(
  request: PagePost,
  statement: PackedStatement,
  columns?: ReturnType<typeof readColumns>,
): Promise<Answer> {
  const plan = await request.ask(previewStatement, {
    lines: statement.lines,
    ...(columns === undefined ? {} : { columns }),
  });
  return view(
    request.t('fees:statement.checked'),
    <CheckedStatement plan={plan} fileName={statement.fileName} packed={packStatement(statement)} />,
    { status: plan.bad.length > 0 ? 422 : 200 },
  );
}

async function write(request: PagePost, { fileName, lines }: PackedStatement): Promise<Answer> {
  const columns = readColumns(request);
  await request.run(importStatement, { fileName, lines, columns });
  return redirect('/desk/fees/statements', 'fees:notices.imported');
}

function Statements({
  statements,
  form,
}: {
  statements: readonly StatementRow[];
  form: FormState | undefined;
}) {
  const { t, locale, actor } = usePage();
  return (
    <>
      <h1>{t('fees:statement.title')}</h1>
      <FeeTabs current="/desk/fees/statements" />
      {actor.roles.includes('head') ? (
        <Form multipart state={form} label={t('fees:statement.choose')}>
          <FileField
            name="file"
            label={t('fees:statement.file')}
            hint={t('fees:statement.fileHint')}
            accept=".csv,.txt,.xlsx"
          />
          <Button>{t('fees:statement.check')}</Button>
        </Form>
      ) : null}
      <DataTable
        caption={t('fees:statement.imported')}
        rows={statements}
        keyOf={({ id }) => id}
        empty={t('fees:statement.none')}
        columns={[
          {
            key: 'file',
            title: t('fees:statement.fileName'),
            heading: true,
            cell: ({ fileName }) => fileName,
          },
          {
            key: 'at',
            title: t('fees:statement.importedAt'),
            narrow: true,
            cell: ({ importedAt }) => formatDateTime(importedAt, locale),
          },
          { key: 'by', title: t('fees:statement.importedBy'), cell: ({ importedBy }) => importedBy ?? '–' },
          { key: 'lines', title: t('fees:statement.lines'), numeric: true, cell: ({ lines }) => lines },
          { key: 'fresh', title: t('fees:statement.fresh'), numeric: true, cell: ({ fresh }) => fresh },
          { key: 'known', title: t('fees:statement.known'), numeric: true, cell: ({ known }) => known },
          {
            key: 'matched',
            title: t('fees:statement.matched'),
            numeric: true,
            cell: ({ matched }) => matched,
          },
        ]}
      />
    </>
  );
}
