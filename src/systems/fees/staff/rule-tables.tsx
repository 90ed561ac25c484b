import type { z } from 'zod';
import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { type Column, DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { groupedIban } from '../bank-codes.ts';
import { formatPercent } from '../money.ts';
import type { listRules } from '../queries/list-rules.ts';
import { FeeTabs } from './fee-tabs.tsx';

type Rules = z.output<typeof listRules.output>;
type Kind = 'account' | 'variant' | 'waiver';
type Kept = {
  readonly id: string;
  readonly scope: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export function RuleTables({ rules, form }: { rules: Rules; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const named = <
    Row extends Pick<Rules['waivers'][number], 'title' | 'titleEn' | 'article' | 'certainty'>,
  >() =>
    [
      {
        key: 'title',
        title: t('fees:rules.name'),
        heading: true,
        cell: ({ title, titleEn }: Row) => (locale === 'uk' ? title : titleEn),
      },
      {
        key: 'article',
        title: t('fees:rules.article'),
        cell: ({ article, certainty }: Row) =>
          certainty.startsWith('M') ? `${article} (${t('fees:rules.fromMemory')})` : article,
      },
    ] as const;
  return (
    <>
      <h1>{t('fees:rules.title')}</h1>
      <FeeTabs current="/desk/fees/rules" />
      <p>{t('fees:rules.lead')}</p>
      <RuleTable
        kind="account"
        rows={rules.accounts}
        form={form}
        columns={[
          {
            key: 'recipient',
            title: t('fees:due.recipient'),
            heading: true,
            cell: ({ recipient }) => recipient,
          },
          { key: 'iban', title: t('fees:due.iban'), narrow: true, cell: ({ iban }) => groupedIban(iban) },
          { key: 'edrpou', title: t('fees:due.edrpou'), narrow: true, cell: ({ edrpou }) => edrpou },
          {
            key: 'budget',
            title: t('fees:due.budgetCode'),
            narrow: true,
            cell: ({ budgetCode }) => budgetCode ?? '–',
          },
        ]}
      />
      <RuleTable
        kind="variant"
        rows={rules.variants}
        form={form}
        columns={[
          ...named<Rules['variants'][number]>(),
          {
            key: 'percent',
            title: t('fees:rules.share'),
            numeric: true,
            cell: ({ basisPoints }) => formatPercent(basisPoints, locale),
          },
        ]}
      />
      <RuleTable
        kind="waiver"
        rows={rules.waivers}
        form={form}
        columns={[
          ...named<Rules['waivers'][number]>(),
          {
            key: 'percent',
            title: t('fees:rules.forgiven'),
            numeric: true,
            cell: ({ percent }) => formatPercent(percent * 100, locale),
          },
        ]}
      />
    </>
  );
}

interface TableProps<Row> {
  readonly kind: Kind;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly form: FormState | undefined;
}

function RuleTable<Row extends Kept>({ kind, rows, columns, form }: TableProps<Row>) {
  const { t, locale, actor } = usePage();
  const mayEdit = actor.roles.includes('head') || actor.roles.includes('it');
  const whole: readonly Column<Row>[] = [
    { key: 'scope', title: t('fees:rules.scope'), narrow: true, cell: ({ scope }) => scopeName(scope, t) },
    ...columns,
    {
      key: 'from',
      title: t('fees:rules.from'),
      narrow: true,
      cell: ({ validFrom }) => formatDate(validFrom, locale),
    },
    {
      key: 'to',
      title: t('fees:rules.to'),
      narrow: true,
      cell: ({ id, validTo }) =>
        validTo === null ? mayEdit ? <EndForm kind={kind} id={id} /> : '–' : formatDate(validTo, locale),
    },
  ];
  return (
    <>
      <h2>{t(`fees:rules.${kind}s`)}</h2>
      <DataTable
        caption={t(`fees:rules.${kind}s`)}
        captionHidden
        rows={rows}
        keyOf={({ id }) => id}
        columns={whole}
        empty={t('fees:rules.none')}
      />
      {mayEdit ? <RuleForm kind={kind} form={form} /> : null}
    </>
  );
}

function scopeName(scope: string, t: ReturnType<typeof usePage>['t']): string {
  if (scope === '*') return t('fees:rules.scopeAll');
  return scope.length === 2 ? t('fees:rules.scopeGroup', { group: scope }) : scope;
}

function EndForm({ kind, id }: { kind: Kind; id: string }) {
  const { t, now } = usePage();
  return (
    <details>
      <summary>{t('fees:rules.openEnded')}</summary>
      <Form id={`end-${id}`} inline label={t('fees:rules.end')}>
        <HiddenField name="deed" value="end" />
        <HiddenField name="kind" value={kind} />
        <HiddenField name="id" value={id} />
        <TextField name="validTo" label={t('fees:rules.endOn')} type="date" value={kyivDate(now)} />
        <Button look="quiet">{t('fees:rules.end')}</Button>
      </Form>
    </details>
  );
}

const FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  account: ['scope', 'recipient', 'edrpou', 'iban', 'budgetCode'],
  variant: ['scope', 'code', 'title', 'titleEn', 'percent', 'article'],
  waiver: ['scope', 'code', 'title', 'titleEn', 'percent', 'article'],
};

function RuleForm({ kind, form }: { kind: Kind; form: FormState | undefined }) {
  const { t, now } = usePage();
  const state = form?.values['kind'] === kind && form.values['deed'] === 'set' ? form : undefined;
  return (
    <details class="case-deed" open={state !== undefined}>
      <summary>{t(`fees:rules.add.${kind}`)}</summary>
      <Form id={kind} state={state} label={t(`fees:rules.add.${kind}`)}>
        <HiddenField name="deed" value="set" />
        <HiddenField name="kind" value={kind} />
        {FIELDS[kind].map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`fees:rules.fields.${name === 'percent' ? `${kind}Percent` : name}`)}
            hint={name === 'scope' ? t('fees:rules.scopeHint') : undefined}
            width={
              name === 'scope' || name === 'percent' || name === 'edrpou' || name === 'budgetCode'
                ? 10
                : 'full'
            }
            optional={name === 'budgetCode'}
          />
        ))}
        <TextField name="validFrom" label={t('fees:rules.from')} type="date" value={kyivDate(now)} />
        <Button look="plain">{t(`fees:rules.add.${kind}`)}</Button>
      </Form>
    </details>
  );
}
