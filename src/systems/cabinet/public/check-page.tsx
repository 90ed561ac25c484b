import type { ComponentChildren } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { answerWords } from '../../applications/index.ts';
import { discardDraft } from '../actions/discard-draft.ts';
import { fileOnline } from '../actions/file-online.ts';
import type { Step } from '../draft.ts';
import { askDraft, codeOf, type DraftView } from './ask-draft.ts';
import { StepFrame } from './step-frame.tsx';

/** Everything once more, each answer with its way to change it; then it is filed. */
export const checkPage = definePage({
  path: '/apply/:code/check',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const draft = await askDraft(request);
    if (draft.savedAt === null) return redirect(`/apply/${codeOf(request)}/applicant`);
    return view(request.t('cabinet:steps.check.title'), <Check draft={draft} form={form} />);
  },
  async post(request) {
    const serviceCode = codeOf(request);
    if (request.field('discard') !== '') {
      await request.run(discardDraft, { serviceCode });
      return redirect('/cabinet', 'cabinet:apply.discarded');
    }
    const agrees = request.field('agrees') === 'on';
    const { caseId } = await request.run(fileOnline, { serviceCode, agrees });
    return redirect(`/cabinet/applications/${caseId}/filed`);
  },
});

function Check({ draft, form }: { draft: DraftView; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const { contacts, lacks } = draft;
  const body = draft.service.providers.find(({ code }) => code === draft.providerCode);
  return (
    <StepFrame draft={draft} step="check">
      <Part step="applicant" draft={draft}>
        <SummaryList
          lines={[
            { term: t('cabinet:fields.name'), value: draft.name },
            { term: t('cabinet:fields.code'), value: draft.code },
            { term: t('cabinet:fields.phone'), value: contacts.phone },
            { term: t('cabinet:fields.email'), value: contacts.email },
            { term: t('cabinet:fields.address'), value: contacts.address },
            { term: t('cabinet:steps.applicant.body'), value: body?.name },
          ]}
        />
      </Part>
      <Part step="questions" draft={draft}>
        <SummaryList
          lines={draft.answerLines.map((line) => ({
            term: line.label[locale],
            value:
              line.kind === 'file'
                ? draft.files.find(({ id }) => id === line.answer)?.name
                : answerWords(line, t, locale),
          }))}
        />
      </Part>
      <Part step="papers" draft={draft}>
        <SummaryList lines={draft.papers.map(({ document, name }) => ({ term: document, value: name }))} />
        {draft.missingPapers.length === 0 ? null : (
          <Notice kind="attention" title={t('cabinet:steps.check.missing')}>
            <ul>
              {draft.missingPapers.map((document) => (
                <li key={document}>{document}</li>
              ))}
            </ul>
            <p>{t('cabinet:steps.check.missingThen')}</p>
          </Notice>
        )}
      </Part>
      {lacks.length === 0 ? <Send form={form} /> : null}
      <Form id="discard" label={t('cabinet:apply.discard')}>
        <Button look="quiet" name="discard" value="on">
          {t('cabinet:apply.discard')}
        </Button>
      </Form>
    </StepFrame>
  );
}

function Part({ step, draft, children }: { step: Step; draft: DraftView; children: ComponentChildren }) {
  const { t } = usePage();
  if (!draft.steps.includes(step)) return null;
  const title = t(`cabinet:steps.${step}.title`);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {draft.lacks.includes(step) ? (
        <Notice kind="attention">{t(`cabinet:steps.${step}.lacks`)}</Notice>
      ) : null}
      {children}
      <p>
        <a href={`/apply/${draft.service.code}/${step}?from=check`}>
          {t('cabinet:steps.check.change')} <span class="unseen">: {title}</span>
        </a>
      </p>
    </section>
  );
}

function Send({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form state={form}>
      <CheckboxField name="agrees" label={t('cabinet:steps.check.agree')} />
      <Button large>{t('cabinet:steps.check.send')}</Button>
    </Form>
  );
}
