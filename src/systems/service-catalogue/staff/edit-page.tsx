import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type Page,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { publishServiceVersion } from '../actions/publish-service-version.ts';
import {
  CARD_FIELDS,
  CELL_CHOICES,
  CELL_FIELDS,
  type CellField,
  cellsOf,
  type DraftCells,
  draftFromCells,
  LIST_FIELDS,
} from '../draft-cells.ts';
import { exportServicesQuery } from '../queries/export-services.ts';
import { previewDraftsQuery } from '../queries/preview-drafts.ts';
import type { ServiceDraft } from '../service-draft.ts';
import { ConfirmVersion, hasOnlyWarnings } from './confirm-version.tsx';

/** A new version of a service, and a service that was not given before: one form, one confirmation. */
export const editPages: readonly Page[] = [
  editPage('/desk/catalogue/new'),
  editPage('/desk/catalogue/:code/edit'),
];

function editPage(path: string): Page {
  return definePage({
    path,
    may: ['head', 'it'],
    shell: 'staff',
    get: async (request, form) => fields(request, await startCells(request), form),
    post: async (request) => {
      const cells = postedCells(request);
      if (request.field('step') === 'fields') return fields(request, cells, undefined);
      const draft = readDraft(cells);
      return request.field('step') === 'publish'
        ? publish(request, cells, draft)
        : confirm(request, cells, draft);
    },
  });
}

const EMPTY = Object.fromEntries(CELL_FIELDS.map((field) => [field, ''])) as DraftCells;

/** The version in force, to be changed from today on; empty fields for a new service. */
async function startCells(request: PageRequest): Promise<DraftCells> {
  const { code } = request.params;
  const validFrom = kyivDate(request.now);
  if (code === undefined) return { ...EMPTY, validFrom };
  const { services } = await request.ask(exportServicesQuery, { code: code.slice(0, 20) });
  const [service] = services;
  if (service === undefined) throw notFound('service-catalogue:refusals.noSuchService', { code });
  return { ...cellsOf(service), validFrom };
}

function postedCells(request: PagePost): DraftCells {
  return { ...EMPTY, ...Object.fromEntries(CELL_FIELDS.map((field) => [field, request.field(field)])) };
}

function readDraft(cells: DraftCells): ServiceDraft {
  const parsed = draftFromCells.safeParse(cells, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data;
}

async function confirm(request: PagePost, cells: DraftCells, draft: ServiceDraft): Promise<Answer> {
  const { rows } = await request.ask(previewDraftsQuery, { rows: [draft] });
  const [plan] = rows;
  if (plan === undefined) throw new Error('a draft without a plan');
  // What contradicts itself is told in full on the page of the confirmation, which then does not publish.
  const problems = plan.problems.filter(({ key }) => key !== 'contradiction');
  if (problems.length > 0) {
    const errors = Object.fromEntries(
      problems.map(({ field, key, params }) => [
        field,
        request.t(`service-catalogue:problems.${key}`, params),
      ]),
    );
    return fields(request, cells, { values: { ...cells }, errors }, 422);
  }
  return view(
    request.t('service-catalogue:desk.confirm'),
    <ConfirmVersion draft={draft} cells={cells} plan={plan} />,
  );
}

async function publish(request: PagePost, cells: DraftCells, draft: ServiceDraft): Promise<Answer> {
  const confirmed = request.field('confirmed') !== '';
  const { rows } = await request.ask(previewDraftsQuery, { rows: [draft] });
  const [plan] = rows;
  if (plan !== undefined && hasOnlyWarnings(plan) && !confirmed) {
    return view(
      request.t('service-catalogue:desk.confirm'),
      <ConfirmVersion draft={draft} cells={cells} plan={plan} unconfirmed />,
      { status: 422 },
    );
  }
  await request.run(publishServiceVersion, { ...draft, confirmed });
  return redirect('/desk/catalogue', 'service-catalogue:desk.published');
}

function fields(request: PageRequest, cells: DraftCells, form: FormState | undefined, status = 200): Answer {
  const code = request.params['code'];
  const title =
    code === undefined
      ? request.t('service-catalogue:desk.new')
      : request.t('service-catalogue:desk.edit', { code });
  return view(title, <EditForm title={title} cells={cells} form={form} fixedCode={code !== undefined} />, {
    status,
  });
}

interface EditFormProps {
  readonly title: string;
  readonly cells: DraftCells;
  readonly form: FormState | undefined;
  readonly fixedCode: boolean;
}

function EditForm({ title, cells, form, fixedCode }: EditFormProps) {
  const { t } = usePage();
  const short = CELL_FIELDS.filter((field) => !CARD_FIELDS.includes(field));
  const hasCardErrors = CARD_FIELDS.some((field) => form?.errors[field] !== undefined);
  return (
    <>
      <p>
        <a href="/desk/catalogue">← {t('service-catalogue:desk.backToList')}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('service-catalogue:desk.editLead')}</p>
      {fixedCode ? <DefinitionLinks code={cells.code} /> : null}
      <Form state={form} class="draft-form">
        {short.map((field) => (
          <CellInput
            key={field}
            field={field}
            value={cells[field]}
            readOnly={field === 'code' && fixedCode}
          />
        ))}
        <details open={cells.forWhom !== '' || hasCardErrors}>
          <summary>{t('service-catalogue:desk.cardTitle')}</summary>
          {CARD_FIELDS.map((field) => (
            <CellInput key={field} field={field} value={cells[field]} />
          ))}
        </details>
        <Button>{t('service-catalogue:desk.check')}</Button>
      </Form>
    </>
  );
}

/** What else belongs to the definition of this service. */
function DefinitionLinks({ code }: { code: string }) {
  const { t } = usePage();
  return (
    <p class="desk-deeds">
      <LinkButton look="plain" href={`/desk/catalogue/${code}/form`}>
        {t('service-catalogue:desk.builder')}
      </LinkButton>
      <a href={`/services/${code}/technological-card`}>{t('service-catalogue:desk.techCard')}</a>
      <a href={`/services/${code}/ready`}>{t('service-catalogue:ready.title')}</a>
      <a href={`/desk/catalogue/${code}/definition.json`}>{t('service-catalogue:desk.definition')}</a>
    </p>
  );
}

const LONG: ReadonlySet<CellField> = new Set<CellField>([
  'summary',
  'forWhom',
  'filing',
  'grounds',
  'note',
  'termText',
  'name',
  'nameEn',
]);
const SHORT: ReadonlySet<CellField> = new Set<CellField>([
  'code',
  'termValue',
  'feeValue',
  'averageMinutes',
  'registryId',
  'kioskGroup',
  'planCode',
]);

const HINTS: Readonly<Partial<Record<CellField, string>>> = {
  cardDocuments: 'documentsHint',
  stages: 'stagesHint',
  readiness: 'readinessHint',
};

function CellInput({
  field,
  value,
  readOnly = false,
}: {
  field: CellField;
  value: string;
  readOnly?: boolean;
}) {
  const { t } = usePage();
  const label = t(`service-catalogue:fields.${field}`);
  // The questions have a builder of their own; here they only travel along.
  if (readOnly || field === 'form') return <input type="hidden" name={field} value={value} />;
  if (isChoice(field)) {
    const options = CELL_CHOICES[field].map((one) => ({
      value: one,
      label: t(`service-catalogue:choices.${field}.${one}`),
    }));
    return <SelectField name={field} label={label} value={value} options={options} empty="–" />;
  }
  if (field === 'validFrom' || field === 'validTo') {
    return <TextField name={field} label={label} value={value} type="date" optional={field === 'validTo'} />;
  }
  const isList = LIST_FIELDS.has(field);
  const hint =
    field in HINTS
      ? t(`service-catalogue:desk.${HINTS[field] ?? ''}`)
      : isList
        ? t('service-catalogue:desk.list')
        : undefined;
  return (
    <TextField
      name={field}
      label={label}
      value={value}
      hint={hint}
      width={SHORT.has(field) ? 10 : 'full'}
      {...(isList || LONG.has(field)
        ? { rows: Math.min(10, Math.max(2, value.split('\n').length + 1)) }
        : {})}
    />
  );
}

function isChoice(field: CellField): field is keyof typeof CELL_CHOICES {
  return field in CELL_CHOICES;
}
