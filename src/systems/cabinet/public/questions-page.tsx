import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { definePage, type FormState, type PagePost, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import {
  answerField,
  type Answers,
  judgeAnswers,
  readAnswers,
  ServiceFields,
} from '../../service-catalogue/index.ts';
import { saveAnswers } from '../actions/save-answers.ts';
import { afterStep, askDraft, codeOf, type DraftView } from './ask-draft.ts';
import { StepFrame } from './step-frame.tsx';

/** The service's own questions, built from its definition. What was typed is kept before it is judged. */
export const questionsPage = definePage({
  path: '/apply/:code/questions',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const draft = await askDraft(request);
    return view(request.t('cabinet:steps.questions.title'), <Questions draft={draft} form={form} />);
  },
  async post(request) {
    const draft = await askDraft(request);
    const answers = await readPosted(request, draft);
    await request.run(saveAnswers, { serviceCode: codeOf(request), answers });
    judgeAnswers(draft.service.form, answers);
    return afterStep(request, draft, 'questions');
  },
});

/** A file that was added before stays where no new one came. */
async function readPosted(request: PagePost, { service, answers }: DraftView): Promise<Answers> {
  const read = readAnswers(service.form, (name) => request.field(name));
  for (const { kind, name } of service.form) {
    if (kind !== 'file') continue;
    const file = request.files.find(({ field }) => field === answerField(name));
    const before = answers[name];
    if (file !== undefined) read[name] = (await request.keepFile(file)).id;
    else if (before !== undefined) read[name] = before;
  }
  return read;
}

function Questions({ draft, form }: { draft: DraftView; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <StepFrame draft={draft} step="questions">
      <Form state={form} multipart={draft.service.form.some(({ kind }) => kind === 'file')}>
        <ServiceFields
          fields={draft.service.form}
          answers={draft.answers}
          fileNames={new Map(draft.files.map(({ id, name }) => [id, name]))}
        />
        <Button>{t('cabinet:apply.next')}</Button>
      </Form>
    </StepFrame>
  );
}
