import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatMoneyText } from '../money.ts';
import type { previewStatement } from '../queries/preview-statement.ts';
import {
  REQUIRED_FIELDS,
  STATEMENT_FIELDS,
  type StatementColumns,
  type StatementField,
} from '../statement.ts';

type Plan = z.output<typeof previewStatement.output>;

/** Which column is what, as the form says; `-` = no such column. */
export function readColumns(request: PagePost): StatementColumns {
  const entries = STATEMENT_FIELDS.flatMap((field): [StatementField, number][] => {
    const text = request.field(`column-${field}`);
    return /^\d{1,3}$/.test(text) ? [[field, Number(text)]] : [];
  });
  return Object.fromEntries(entries);
}

interface Props {
  readonly plan: Plan;
  readonly fileName: string;
  readonly packed: string;
}

/** What was read, what must be mended, and the one press that writes it. */
export function CheckedStatement({ plan, fileName, packed }: Props) {
  const { t } = usePage();
  const complete = REQUIRED_FIELDS.every((field) => plan.columns[field] !== undefined);
  const ready = complete && plan.bad.length === 0 && plan.fresh + plan.known > 0;
  return (
    <>
      <h1>{t('fees:statement.checked')}</h1>
      <p class="lead">{fileName}</p>
      <SummaryList
        lines={[
          { term: t('fees:statement.fresh'), value: `${plan.fresh}` },
          { term: t('fees:statement.known'), value: `${plan.known}` },
          { term: t('fees:statement.notReceipts'), value: `${plan.notReceipts}` },
        ]}
      />
      {complete ? null : <Notice kind="attention">{t('fees:statement.chooseColumns')}</Notice>}
      {complete && plan.bad.length === 0 && plan.fresh === 0 && plan.known > 0 ? (
        <Notice>{t('fees:statement.allKnown')}</Notice>
      ) : null}
      {plan.bad.length === 0 ? null : <RowsToMend bad={plan.bad} />}
      <Form label={t('fees:statement.columns')}>
        <HiddenField name="packed" value={packed} />
        <ColumnFields plan={plan} />
        <Buttons>
          {ready ? (
            <Button name="step" value="write" hotkey="Ctrl+Enter">
              {t('fees:statement.write')}
            </Button>
          ) : null}
          <Button name="step" value="check" look="plain">
            {t('fees:statement.checkAgain')}
          </Button>
          <LinkButton look="quiet" href="/desk/fees/statements">
            {t('fees:statement.another')}
          </LinkButton>
        </Buttons>
      </Form>
      <Sample sample={plan.sample} />
    </>
  );
}

function ColumnFields({ plan }: Pick<Props, 'plan'>) {
  const { t } = usePage();
  const options = plan.titles.map((title, index) => ({
    value: `${index}`,
    label: title === '' ? t('fees:statement.untitled', { number: index + 1 }) : title,
  }));
  return (
    <fieldset class="statement-columns">
      <legend class="field-label">{t('fees:statement.columns')}</legend>
      <p class="field-hint">
        {t(plan.remembered ? 'fees:statement.remembered' : 'fees:statement.willRemember')}
      </p>
      <div class="form-inline">
        {STATEMENT_FIELDS.map((field) => (
          <SelectField
            key={field}
            name={`column-${field}`}
            label={t(`fees:statement.fields.${field}`)}
            empty={t('fees:statement.noColumn')}
            value={plan.columns[field] === undefined ? '' : `${plan.columns[field]}`}
            options={options}
            optional={!REQUIRED_FIELDS.some((required) => required === field)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function RowsToMend({ bad }: Pick<Plan, 'bad'>) {
  const { t } = usePage();
  return (
    <BadRows
      bad={bad.map(({ row, field, problem, other }) => ({
        row,
        field,
        sentence: t(`fees:statement.problems.${problem}`, { other: other ?? '' }),
      }))}
      fieldName={(field) => t(`fees:statement.fields.${field}`)}
    />
  );
}

function Sample({ sample }: Pick<Plan, 'sample'>) {
  const { t, locale } = usePage();
  if (sample.length === 0) return null;
  return (
    <DataTable
      caption={t('fees:statement.sample')}
      rows={sample}
      keyOf={({ row }) => `${row}`}
      columns={[
        { key: 'row', title: t('registers:bad.row'), numeric: true, cell: ({ row }) => row },
        {
          key: 'document',
          title: t('fees:columns.document'),
          heading: true,
          cell: ({ document }) => document,
        },
        {
          key: 'paidOn',
          title: t('fees:columns.paidOn'),
          narrow: true,
          cell: ({ paidOn }) => formatDate(paidOn, locale),
        },
        {
          key: 'amount',
          title: t('fees:columns.amount'),
          numeric: true,
          cell: ({ amount }) => formatMoneyText(amount, locale),
        },
        { key: 'payer', title: t('fees:columns.payer'), cell: ({ payerName }) => payerName ?? '–' },
        { key: 'purpose', title: t('fees:columns.purpose'), cell: ({ purpose }) => purpose },
      ]}
    />
  );
}
