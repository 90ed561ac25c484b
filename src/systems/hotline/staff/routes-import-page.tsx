import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { sentenceOf } from '../../../kernel/http/problem.ts';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
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
import { packRows, unpackRows } from '../../../kernel/registers/packed-rows.ts';
import { type BadRow, readSheet, sheetFormatOf } from '../../../kernel/registers/read-sheet.ts';
import { importRoutes } from '../actions/routes.ts';
import en from '../messages/en.json' with { type: 'json' };
import uk from '../messages/uk.json' with { type: 'json' };
import { type PlannedRoute, ROUTE_ROW_KINDS, type RouteRow, routeRow } from '../plan-routes.ts';
import { previewRoutes } from '../queries/routes.ts';
import { ROUTE_KEEPERS } from '../route-store.ts';

const FIELDS = ['topic', 'district', 'unit', 'from'] as const;
const COLUMNS = FIELDS.map((field) => ({
  field,
  titles: [uk.routes.sheet[field], en.routes.sheet[field], field],
}));
const HERE = '/desk/hotline/routes';

export const routesImportPage = definePage({
  path: `${HERE}/import`,
  may: ROUTE_KEEPERS,
  shell: 'staff',
  get: async ({ t }, form) => view(t('hotline:routes.import'), <ChooseFile form={form} />),
  post: async (request) => (request.field('checked') === '' ? check(request) : write(request)),
});

/** The dry run: what each row would do, and each place to mend. */
async function check(request: PagePost): Promise<Answer> {
  const { t } = request;
  const [file] = request.files;
  if (file === undefined) throw new Refusal('hotline:refusals.noFile', {}, 422);
  const tell = (issue: z.core.$ZodIssue) => sentenceOf(issue, request.locale, t);
  const schema = { columns: COLUMNS, row: routeRow };
  const { rows, badRows } = await readSheet(file.bytes, sheetFormatOf(file.bytes), schema, tell);
  const checked = rows.map(({ value }) => value);
  const plans = rows.length === 0 ? [] : (await request.ask(previewRoutes, { rows: checked })).rows;
  const bad = [
    ...badRows,
    ...rows.flatMap(({ row }, index) => {
      const problem = plans[index]?.problem ?? null;
      return problem === null ? [] : [{ row, field: '', sentence: t(`hotline:routes.problems.${problem}`) }];
    }),
  ].toSorted((a, b) => a.row - b.row);
  return view(t('hotline:routes.checked'), <Checked rows={checked} plans={plans} bad={bad} />, {
    status: bad.length > 0 ? 422 : 200,
  });
}

async function write(request: PagePost): Promise<Answer> {
  await request.run(importRoutes, {
    rows: unpackRows(request.field('checked'), routeRow),
    dryRun: false,
  });
  return redirect(HERE, 'hotline:notices.import-routes');
}

function ChooseFile({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href={HERE}>← {t('hotline:routes.title')}</a>
      </p>
      <h1>{t('hotline:routes.import')}</h1>
      <p>
        {t('hotline:routes.importLead', {
          columns: FIELDS.map((field) => t(`hotline:routes.sheet.${field}`)).join(', '),
        })}
      </p>
      <Form multipart state={form}>
        <FileField name="file" label={t('hotline:routes.file')} accept=".xlsx,.csv" />
        <Button>{t('hotline:routes.check')}</Button>
      </Form>
    </>
  );
}

interface CheckedProps {
  readonly rows: readonly RouteRow[];
  readonly plans: readonly PlannedRoute[];
  readonly bad: readonly BadRow[];
}

function Checked({ rows, plans, bad }: CheckedProps) {
  const { t } = usePage();
  const changes = plans.some(({ kind }) => kind === 'new' || kind === 'changed');
  return (
    <>
      <h1>{t('hotline:routes.checked')}</h1>
      <SummaryList
        lines={ROUTE_ROW_KINDS.filter((kind) => kind !== 'bad').map((kind) => ({
          term: t(`hotline:routes.kinds.${kind}`),
          value: String(plans.filter((plan) => plan.kind === kind).length),
        }))}
      />
      {bad.length === 0 ? null : (
        <BadRows bad={bad} fieldName={(field) => t(`hotline:routes.sheet.${field}`)} />
      )}
      <Form>
        <Buttons>
          {bad.length === 0 && changes ? (
            <>
              <HiddenField name="checked" value={packRows(rows)} />
              <Button>{t('hotline:routes.write')}</Button>
            </>
          ) : null}
          <LinkButton look="plain" href={`${HERE}/import`}>
            {t('hotline:routes.again')}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
