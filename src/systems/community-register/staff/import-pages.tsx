import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { readSheet, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { checkImport } from '../actions/check-import.ts';
import { runImport } from '../actions/run-import.ts';
import { IMPORT_FIELDS } from '../import-row.ts';
import { rawCells } from '../import-row.ts';
import en from '../messages/en.json' with { type: 'json' };
import uk from '../messages/uk.json' with { type: 'json' };
import { REGISTER_ROLES } from '../own-desk.ts';
import { getImport, type ImportLine, listImports } from '../queries/get-import.ts';
import { ImportView } from './import-view.tsx';

const COLUMNS = IMPORT_FIELDS.map((field) => ({
  field,
  titles: [uk.fields[field], en.fields[field], field],
}));
/** Pages of a work in progress fetch themselves again. */
const REFRESH = ['import-progress'];

/** Choose a file; it is checked in the background, and nothing is written. */
export const importsPage = definePage({
  path: '/desk/residents/imports',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request, form) => {
    const { imports } = await request.ask(listImports, {});
    return view(request.t('community-register:import.title'), <Imports imports={imports} form={form} />);
  },
  post: async (request) => {
    const [file] = request.files;
    if (file === undefined) throw new Refusal('community-register:refusals.noFile', {}, 422);
    const { rows } = await readSheet(
      file.bytes,
      sheetFormatOf(file.bytes),
      { columns: COLUMNS, row: rawCells },
      (issue) => issue.message,
    );
    const { importId } = await request.run(checkImport, {
      fileName: file.name.slice(0, 200) || 'register',
      rows: rows.map(({ row, value }) => ({ row, cells: value })),
    });
    return redirect(`/desk/residents/imports/${importId}`);
  },
});

export const importPage = definePage({
  path: '/desk/residents/imports/:id',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request, form) => {
    const found = await request.ask(getImport, { importId: request.params['id'] ?? '' });
    const isAtWork = found.state === 'checking' || found.state === 'running';
    return view(
      request.t('community-register:import.result'),
      <ImportView found={found} form={form} />,
      isAtWork ? { scripts: REFRESH } : {},
    );
  },
  post: async (request) => {
    await request.run(runImport, { importId: request.params['id'] ?? '' });
    return redirect(request.path);
  },
});

/** Every place to mend, as a sheet to work by. */
export const importBadRows = definePage({
  path: '/desk/residents/imports/:id/bad',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request) => {
    const { t } = request;
    const { badRows } = await request.ask(getImport, { importId: request.params['id'] ?? '', limit: 20_000 });
    const { format } = request.query;
    return listDownload(
      [
        { title: t('registers:bad.row'), value: ({ row }) => row },
        {
          title: t('registers:bad.field'),
          width: 20,
          value: ({ field }) => (field === '' ? null : t(`community-register:fields.${field}`)),
        },
        { title: t('registers:bad.mend'), width: 80, value: ({ key }) => t(key) },
      ],
      badRows.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem }))),
      isListFormat(format) ? format : 'xlsx',
      t('registers:bad.title'),
    );
  },
});

function Imports({ imports, form }: { imports: readonly ImportLine[]; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const columns = IMPORT_FIELDS.map((field) => t(`community-register:fields.${field}`)).join(', ');
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{t('community-register:import.title')}</h1>
      <p>{t('community-register:import.lead')}</p>
      <p>{t('community-register:import.columns', { columns })}</p>
      <Form multipart state={form} label={t('community-register:import.title')}>
        <FileField name="file" label={t('community-register:import.file')} accept=".xlsx,.csv" />
        <Button>{t('community-register:import.check')}</Button>
      </Form>
      <DataTable
        caption={t('community-register:import.before')}
        rows={imports}
        keyOf={({ id }) => id}
        empty={t('community-register:import.none')}
        columns={[
          {
            key: 'file',
            title: t('community-register:import.file'),
            heading: true,
            cell: ({ id, fileName }) => <a href={`/desk/residents/imports/${id}`}>{fileName}</a>,
          },
          {
            key: 'state',
            title: t('community-register:import.state'),
            cell: ({ state }) => t(`community-register:import.states.${state}`),
          },
          {
            key: 'total',
            title: t('community-register:import.rows'),
            numeric: true,
            cell: ({ total }) => total,
          },
          {
            key: 'started',
            title: t('community-register:import.started'),
            narrow: true,
            cell: ({ startedAt }) => formatDateTime(startedAt, locale),
          },
          {
            key: 'by',
            title: t('community-register:import.by'),
            cell: ({ startedBy }) => startedBy ?? '–',
          },
        ]}
      />
    </>
  );
}
