import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { CELL_FIELDS, type DraftCells } from '../draft-cells.ts';
import type { PlannedRow } from '../planned-row.ts';
import { feeSchema, type Service, termSchema } from '../service.ts';
import type { ServiceDraft } from '../service-draft.ts';
import { priceWords, termWords } from '../service-words.ts';
import { fieldTitle } from './import-page.tsx';

interface ConfirmProps {
  readonly draft: ServiceDraft;
  readonly cells: DraftCells;
  readonly plan: PlannedRow;
}

/** What will be different, field by field, before it is published. */
export function ConfirmVersion({ draft, cells, plan }: ConfirmProps) {
  const { t } = usePage();
  const changes = plan.changes.filter(({ field }) => field !== 'validFrom');
  return (
    <>
      <h1>{t('service-catalogue:desk.confirm')}</h1>
      <p class="lead">{leadOf(draft, plan, t)}</p>
      {changes.length === 0 ? null : (
        <DataTable
          caption={t('service-catalogue:desk.confirm')}
          captionHidden
          rows={changes}
          keyOf={({ field }) => field}
          columns={[
            {
              key: 'field',
              title: t('service-catalogue:desk.field'),
              cell: ({ field }) => fieldTitle(field, t),
              heading: true,
            },
            {
              key: 'before',
              title: t('service-catalogue:desk.before'),
              cell: ({ field, before }) => <Value field={field} value={before} />,
            },
            {
              key: 'after',
              title: t('service-catalogue:desk.after'),
              cell: ({ field, after }) => <Value field={field} value={after} />,
            },
          ]}
        />
      )}
      {plan.kind === 'unchanged' ? <Notice>{t('service-catalogue:desk.nothing')}</Notice> : null}
      <Form>
        {CELL_FIELDS.map((field) => (
          <HiddenField key={field} name={field} value={cells[field]} />
        ))}
        <Buttons>
          {plan.kind === 'unchanged' ? null : (
            <Button name="step" value="publish">
              {t('service-catalogue:desk.publish')}
            </Button>
          )}
          <Button look="plain" name="step" value="fields">
            {t('service-catalogue:desk.back')}
          </Button>
        </Buttons>
      </Form>
    </>
  );
}

function leadOf(draft: ServiceDraft, { kind }: PlannedRow, t: Translate): string {
  switch (kind) {
    case 'new':
      return t('service-catalogue:desk.confirmNew', { name: draft.name, from: draft.validFrom });
    case 'closed':
      return t('service-catalogue:desk.confirmClosed', { code: draft.code, from: draft.validTo ?? '' });
    case 'version':
    case 'unchanged':
      return t('service-catalogue:desk.confirmVersion', { code: draft.code, from: draft.validFrom });
  }
}

function Value({ field, value }: { field: string; value: unknown }) {
  const { t, locale } = usePage();
  if (value === null || value === undefined || value === '') return <>–</>;
  if (Array.isArray(value)) {
    return (
      <ul class="plain-list">
        {value.map((item: unknown, index) => (
          <li key={index}>{typeof item === 'string' ? item : documentWords(item)}</li>
        ))}
      </ul>
    );
  }
  if (field === 'term') return <TermValue term={termSchema.parse(value)} />;
  if (field === 'fee') {
    const fee = feeSchema.parse(value);
    return (
      <>{`${priceWords(fee, fee.kind === 'fixed' ? fee.amount : null, t, locale)} ${fee.note}`.trim()}</>
    );
  }
  if (typeof value === 'boolean') return <>{t(`service-catalogue:desk.${value ? 'hasCard' : 'noCard'}`)}</>;
  if (typeof value !== 'string' && typeof value !== 'number') return <>{JSON.stringify(value)}</>;
  const isChoice = ['sector', 'category', 'reportGroup'].includes(field);
  return <>{isChoice ? t(`service-catalogue:choices.${field}.${value}`) : value}</>;
}

function TermValue({ term }: { term: Service['term'] }) {
  const { t } = usePage();
  return (
    <>
      {termWords(term, t)} <span class="soft">{term.article}</span>
    </>
  );
}

function documentWords(item: unknown): string {
  return typeof item === 'object' && item !== null && 'name' in item
    ? String(item.name)
    : JSON.stringify(item);
}
