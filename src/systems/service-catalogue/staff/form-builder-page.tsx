import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { sentenceOf } from '../../../kernel/http/problem.ts';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  view,
} from '../../../kernel/page/define-page.ts';
import { cellsOf } from '../draft-cells.ts';
import {
  BUILDER_TEXTS,
  type BuilderQuestion,
  formOf,
  kindOf,
  newQuestion,
  questionOf,
  withNames,
} from '../form-builder/builder-question.ts';
import { takeStep } from '../form-builder/builder-steps.ts';
import { exportServicesQuery } from '../queries/export-services.ts';
import { previewDraftsQuery } from '../queries/preview-drafts.ts';
import type { FormField } from '../service-form.ts';
import type { ServiceDraft } from '../service-draft.ts';
import { ConfirmVersion } from './confirm-version.tsx';
import { FormBuilder } from './form-builder.tsx';

/** The questions of a service, put together by pressing buttons; the page itself keeps nothing. */
export const formBuilderPage = definePage({
  path: '/desk/catalogue/:code/form',
  may: ['head', 'it'],
  shell: 'staff',
  get: async (request, form) => {
    const draft = await presentDraft(request);
    return show(request, draft, (draft.form ?? []).map(questionOf), draft.validFrom, form);
  },
  post: async (request) => {
    const draft = await presentDraft(request);
    const posted = withNames(postedQuestions(request));
    const validFrom = request.field('validFrom');
    const step = request.field('step');
    if (step !== 'check') {
      return show(request, draft, takeStep(posted, step, request.field('addKind')), validFrom, undefined);
    }
    const { form, issues } = formOf(posted);
    const errors = issues.map(({ path, issue }) => [path, sentenceOf(issue, request.locale, request.t)]);
    if (errors.length > 0) {
      const state = { values: valuesOf(posted, validFrom), errors: Object.fromEntries(errors) };
      return show(request, draft, posted, validFrom, state, 422);
    }
    return confirm(request, { ...draft, validFrom, form: [...form] }, posted);
  },
});

/** The version in force, to be changed from today on. */
async function presentDraft(request: PageRequest): Promise<ServiceDraft> {
  const code = request.params['code']?.slice(0, 20) ?? '';
  const { services } = await request.ask(exportServicesQuery, { code });
  const [service] = services;
  if (service === undefined) throw notFound('service-catalogue:refusals.noSuchService', { code });
  return { ...service, validFrom: kyivDate(request.now) };
}

function postedQuestions(request: PagePost): readonly BuilderQuestion[] {
  const count = Math.min(Number(/^\d{1,3}$/.exec(request.field('count'))?.[0] ?? 0), 100);
  return Array.from({ length: count }, (_, index) => {
    const texts = Object.fromEntries(BUILDER_TEXTS.map((box) => [box, request.field(`q.${index}.${box}`)]));
    const kind = kindOf(texts['kind'] ?? '');
    return { ...newQuestion(kind), ...texts, kind, required: request.field(`q.${index}.required`) !== '' };
  });
}

/** What stands in the boxes, as a refused form needs it. */
function valuesOf(questions: readonly BuilderQuestion[], validFrom: string): FormState['values'] {
  const boxes = questions.flatMap((question, index) => [
    ...BUILDER_TEXTS.map((box): [string, string] => [`q.${index}.${box}`, question[box]]),
    ...(question.required ? [[`q.${index}.required`, 'on'] satisfies [string, string]] : []),
  ]);
  return { ...Object.fromEntries(boxes), validFrom };
}

async function confirm(
  request: PagePost,
  draft: ServiceDraft,
  questions: readonly BuilderQuestion[],
): Promise<Answer> {
  const { t } = request;
  const { rows } = await request.ask(previewDraftsQuery, { rows: [draft] });
  const [plan] = rows;
  if (plan === undefined) throw new Error('a draft without a plan');
  const [problem] = plan.problems.filter(({ key }) => key !== 'contradiction');
  if (problem !== undefined) {
    const sentence = t(`service-catalogue:problems.${problem.key}`, problem.params);
    const { validFrom } = draft;
    const state = { values: valuesOf(questions, validFrom), errors: { [problem.field]: sentence } };
    return show(request, draft, questions, validFrom, state, 422);
  }
  return view(
    t('service-catalogue:desk.confirm'),
    <ConfirmVersion
      draft={draft}
      cells={cellsOf(draft)}
      plan={plan}
      action={`/desk/catalogue/${draft.code}/edit`}
    />,
  );
}

function show(
  request: PageRequest,
  draft: ServiceDraft,
  questions: readonly BuilderQuestion[],
  validFrom: string,
  state: FormState | undefined,
  status = 200,
): Answer {
  const title = request.t('service-catalogue:builder.title', { code: draft.code });
  const preview: readonly FormField[] = formOf(questions.filter(({ labelUk }) => labelUk !== '')).form;
  return view(
    title,
    <FormBuilder
      title={title}
      draft={draft}
      questions={questions}
      validFrom={validFrom}
      preview={preview}
      state={state}
    />,
    { status },
  );
}
