import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../../service-catalogue/index.ts';
import { indexQuestions } from '../question.ts';
import type { FormQuestion } from '../queries/list-form-questions.ts';

const MARKS = ['5', '4', '3', '2', '1'] as const;

/** The questions in force, the mark first: only it must be answered. */
export function OpinionFields({ questions }: { questions: readonly FormQuestion[] }) {
  const { t, locale } = usePage();
  const titleOf = (question: FormQuestion | undefined, otherwise: string): string =>
    question === undefined ? otherwise : locale === 'uk' ? question.title : question.titleEn;
  const own = (code: string) => questions.find((question) => question.code === code);
  const marks = MARKS.map((mark) => ({ value: mark, label: t(`ratings:marks.${mark}`) }));
  return (
    <>
      <RadioField name="mark" label={titleOf(own('service'), t('ratings:page.mark'))} options={marks} />
      {indexQuestions(questions).map((question) => (
        <RadioField
          key={question.code}
          name={`answers.${question.code}`}
          label={titleOf(question, question.title)}
          options={marks.map(({ value }) => ({ value, label: value }))}
          hint={t('ratings:page.answerHint')}
          inline
          optional
        />
      ))}
      <TextField
        name="recommend"
        label={titleOf(own('recommend'), t('ratings:page.recommend'))}
        hint={t('ratings:page.recommendHint')}
        inputMode="numeric"
        width={4}
        optional
      />
      <TextField
        name="comment"
        label={t('ratings:page.comment')}
        hint={t('ratings:page.commentHint')}
        rows={4}
        optional
      />
    </>
  );
}

/** What was answered, for an action's input; empty fields are not answered. */
export function opinionOf(request: PagePost) {
  const recommend = request.field('recommend');
  return {
    mark: request.field('mark'),
    recommend: recommend === '' ? null : recommend,
    answers: Object.fromEntries(
      Object.keys(request.form)
        .filter((name) => name.startsWith('answers.') && request.field(name) !== '')
        .map((name) => [name.slice('answers.'.length), request.field(name)]),
    ),
    comment: request.field('comment'),
  };
}

/** Where it was, of a form without a ticket. */
export function placeOf(request: PagePost) {
  const serviceCode = request.field('serviceCode');
  return {
    sector: SECTORS.find((sector) => sector === request.field('sector')) ?? null,
    serviceCode: serviceCode === '' ? null : serviceCode,
  };
}
