import { z } from 'zod';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
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
  /** Where it is published: the edit page of the service. */
  readonly action?: string;
  /** Somebody pressed «publish» over warnings without a word. */
  readonly unconfirmed?: boolean;
}

/** What will be different, field by field, before it is published. */
export function ConfirmVersion({ draft, cells, plan, action, unconfirmed = false }: ConfirmProps) {
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
      <Doubts plan={plan} />
      <Form {...(action === undefined ? {} : { action })}>
        {CELL_FIELDS.map((field) => (
          <HiddenField key={field} name={field} value={cells[field]} />
        ))}
        {hasOnlyWarnings(plan) ? (
          <CheckboxField
            name="confirmed"
            label={t('service-catalogue:desk.confirmWarnings')}
            {...(unconfirmed ? { error: t('service-catalogue:input.confirmed') } : {})}
          />
        ) : null}
        <Buttons>
          {plan.kind === 'unchanged' || hasErrors(plan) ? null : (
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

function hasErrors({ contradictions }: PlannedRow): boolean {
  return contradictions.some(({ level }) => level === 'error');
}

export function hasOnlyWarnings(plan: PlannedRow): boolean {
  return plan.contradictions.length > 0 && !hasErrors(plan);
}

function Doubts({ plan }: { plan: PlannedRow }) {
  const { t } = usePage();
  if (plan.contradictions.length === 0) return null;
  return (
    <Notice kind="attention">
      <h2>{t('service-catalogue:desk.contradictionsTitle')}</h2>
      <p>{t(`service-catalogue:desk.${hasErrors(plan) ? 'errorsFirst' : 'warningsLead'}`)}</p>
      <ul>
        {plan.contradictions.map(({ key, params }) => (
          <li key={`${key} ${JSON.stringify(params)}`}>
            {t(`service-catalogue:contradictions.${key}`, params)}
          </li>
        ))}
      </ul>
    </Notice>
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
  if (Array.isArray(value) && value.length === 0) return <>–</>;
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

/** A paper, a stage, a question of the form, a rule of readiness: by what each is known. */
const wordsSchema = z.object({
  label: z.object({ uk: z.string() }).optional(),
  question: z.object({ uk: z.string() }).optional(),
  name: z.string().optional(),
});

function documentWords(item: unknown): string {
  const words = wordsSchema.safeParse(item);
  if (!words.success) return JSON.stringify(item);
  const { label, question, name } = words.data;
  return label?.uk ?? question?.uk ?? name ?? JSON.stringify(item);
}
