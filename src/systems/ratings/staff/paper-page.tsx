import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Keys } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../../service-catalogue/index.ts';
import { enterPaper } from '../actions/enter-paper.ts';
import { opinionOf, placeOf } from '../public/opinion-fields.tsx';
import { indexQuestions } from '../question.ts';
import { type FormQuestion, listFormQuestions } from '../queries/list-form-questions.ts';

/** A pile of paper forms: a digit, Tab, a digit, …, Enter; the day and the sector stay for the next one. */
export const paperPage = definePage({
  path: '/desk/ratings/paper',
  may: ['administrator', 'head'],
  shell: 'staff',
  get: async (request, form) => {
    const today = kyivDate(request.now);
    const given = request.query['day'] ?? '';
    const day = /^\d{4}-\d{2}-\d{2}$/.test(given) && given <= today ? given : today;
    const { questions } = await request.ask(listFormQuestions, {});
    const sector = SECTORS.find((one) => one === request.query['sector']) ?? '';
    const entered = Number(request.query['entered']?.slice(0, 4) ?? 0) || 0;
    return view(
      request.t('ratings:paper.title'),
      <PaperForm {...{ questions, form, day, sector, entered }} />,
    );
  },
  post: async (request) => {
    const day = request.field('day');
    const place = placeOf(request);
    await request.run(enterPaper, { day, ...place, ...opinionOf(request) });
    const entered = String((Number(request.query['entered']) || 0) + 1);
    const next = new URLSearchParams({ day, sector: place.sector ?? '', entered });
    return redirect(`/desk/ratings/paper?${next.toString()}`, 'ratings:notices.entered');
  },
});

interface Props {
  readonly questions: readonly FormQuestion[];
  readonly form: FormState | undefined;
  readonly day: string;
  readonly sector: string;
  /** How many were entered one after another. */
  readonly entered: number;
}

function PaperForm({ questions, form, day, sector, entered }: Props) {
  const { t, locale } = usePage();
  const digit = { inputMode: 'numeric', width: 4, maxLength: 2 } as const;
  return (
    <>
      <h1>{t('ratings:paper.title')}</h1>
      <p>
        {t('ratings:paper.lead')} <a href="/ratings/form">{t('ratings:paperForm.open')}</a>
      </p>
      {entered === 0 ? null : <p>{t('ratings:paper.entered', { count: entered })}</p>}
      <Form state={form} draft="paper-rating">
        <div class="paper-marks">
          <TextField name="day" type="date" label={t('ratings:list.day')} value={day} />
          <SelectField
            name="sector"
            label={t('ratings:list.sector')}
            empty={t('ratings:paper.noSector')}
            value={sector}
            options={SECTORS.map((one) => ({ value: one, label: t(`page:sector.${one}.name`) }))}
          />
          <TextField name="serviceCode" label={t('ratings:paper.service')} width={10} optional />
        </div>
        <div class="paper-marks">
          <TextField name="mark" label={t('ratings:paper.mark')} first hotkey="F2" {...digit} />
          {indexQuestions(questions).map((question) => (
            <TextField
              key={question.code}
              name={`answers.${question.code}`}
              label={locale === 'uk' ? question.indexName : question.indexNameEn}
              {...digit}
            />
          ))}
          <TextField name="recommend" label={t('ratings:paper.recommend')} {...digit} />
        </div>
        <TextField name="comment" label={t('ratings:list.comment')} optional />
        <Button hotkey="Ctrl+Enter">{t('ratings:paper.send')}</Button>
      </Form>
      <Keys
        keys={[
          ['Tab', t('ratings:paper.keys.next')],
          ['Enter', t('ratings:paper.keys.send')],
          ['F2', t('ratings:paper.keys.mark')],
        ]}
      />
    </>
  );
}
