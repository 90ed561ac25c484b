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
import { importAddresses } from '../actions/import-addresses.ts';
import { KEEPERS } from '../address-input.ts';
import en from '../messages/en.json' with { type: 'json' };
import uk from '../messages/uk.json' with { type: 'json' };
import { type AddressRow, addressRow, type PlannedAddress, ROW_KINDS } from '../plan-import.ts';
import { previewAddresses } from '../queries/preview-addresses.ts';

const FIELDS = [
  'kind',
  'name',
  'formerName',
  'from',
  'act',
  'number',
  'district',
  'postcode',
  'flatsFrom',
  'flatsTo',
  'lat',
  'lon',
] as const;
const COLUMNS = FIELDS.map((field) => ({ field, titles: [uk.sheet[field], en.sheet[field], field] }));

export const importPage = definePage({
  path: '/desk/addresses/import',
  may: KEEPERS,
  shell: 'staff',
  get: async ({ t }, form) => view(t('address-register:import.title'), <ChooseFile form={form} />),
  post: async (request) => (request.field('checked') === '' ? check(request) : write(request)),
});

/** The dry run: what each row would do, and each place to mend. */
async function check(request: PagePost): Promise<Answer> {
  const { t } = request;
  const [file] = request.files;
  if (file === undefined) throw new Refusal('address-register:refusals.noFile', {}, 422);
  const tell = (issue: z.core.$ZodIssue) => sentenceOf(issue, request.locale, t);
  const { rows, badRows } = await readSheet(
    file.bytes,
    sheetFormatOf(file.bytes),
    { columns: COLUMNS, row: addressRow },
    tell,
  );
  const plans = rows.length === 0 ? [] : (await request.ask(previewAddresses, { rows: inputOf(rows) })).rows;
  const bad = [
    ...badRows,
    ...rows.flatMap(({ row }, index) => {
      const problem = plans[index]?.problem;
      return problem === null || problem === undefined
        ? []
        : [{ row, field: '', sentence: t(`address-register:problems.${problem}`) }];
    }),
  ].toSorted((a, b) => a.row - b.row);
  const checked = rows.map(({ value }) => value);
  return view(t('address-register:import.result'), <Checked rows={checked} plans={plans} bad={bad} />, {
    status: bad.length > 0 ? 422 : 200,
  });
}

function inputOf(rows: readonly { readonly value: AddressRow }[]) {
  return rows.map(({ value }) => value);
}

async function write(request: PagePost): Promise<Answer> {
  await request.run(importAddresses, {
    rows: unpackRows(request.field('checked'), addressRow),
    dryRun: false,
  });
  return redirect('/desk/addresses', 'address-register:notices.imported');
}

function ChooseFile({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/addresses">← {t('address-register:desk.title')}</a>
      </p>
      <h1>{t('address-register:import.title')}</h1>
      <p>{t('address-register:import.lead')}</p>
      <p>
        {t('address-register:import.columns', {
          columns: FIELDS.map((field) => t(`address-register:sheet.${field}`)).join(', '),
        })}
      </p>
      <Form multipart state={form}>
        <FileField name="file" label={t('address-register:import.file')} accept=".xlsx,.csv" />
        <Button>{t('address-register:import.check')}</Button>
      </Form>
    </>
  );
}

interface CheckedProps {
  readonly rows: readonly AddressRow[];
  readonly plans: readonly PlannedAddress[];
  readonly bad: readonly BadRow[];
}

function Checked({ rows, plans, bad }: CheckedProps) {
  const { t } = usePage();
  const changes = plans.some(({ kind }) => kind !== 'same' && kind !== 'bad');
  return (
    <>
      <h1>{t('address-register:import.result')}</h1>
      <SummaryList
        lines={ROW_KINDS.filter((kind) => kind !== 'bad').map((kind) => ({
          term: t(`address-register:import.kinds.${kind}`),
          value: String(plans.filter((plan) => plan.kind === kind).length),
        }))}
      />
      {bad.length === 0 ? null : (
        <BadRows bad={bad} fieldName={(field) => t(`address-register:sheet.${field}`)} />
      )}
      <Form>
        <Buttons>
          {bad.length === 0 && changes ? (
            <>
              <HiddenField name="checked" value={packRows(rows)} />
              <Button>{t('address-register:import.write')}</Button>
            </>
          ) : null}
          <LinkButton look="plain" href="/desk/addresses/import">
            {t('address-register:import.again')}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
