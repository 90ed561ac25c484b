import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { rateVisit } from '../actions/rate-visit.ts';

const MARKS = ['5', '4', '3', '2', '1'] as const;

/** Where the QR code of the ticket leads; the code may also be typed. */
export const ratePage = definePage({
  path: '/rate/:code',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => view(request.t('ratings:page.title'), <Rate request={request} form={form} />),
  post: async (request) => {
    const recommend = request.field('recommend');
    await request.run(rateVisit, {
      code: request.params['code'] ?? '',
      mark: request.field('mark'),
      recommend: recommend === '' ? null : recommend,
      comment: request.field('comment'),
    });
    return redirect('/rate/thanks/visit');
  },
});

/** Two segments, so that no code of a ticket can be it. */
export const thanksPage = definePage({
  path: '/rate/thanks/visit',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t }) =>
    view(
      t('ratings:thanks.title'),
      <>
        <h1>{t('ratings:thanks.title')}</h1>
        <p class="lead">{t('ratings:thanks.lead')}</p>
        <p>
          <a href="/figures/ratings.positive">{t('ratings:thanks.figures')}</a>
        </p>
      </>,
    ),
});

function Rate({ request, form }: { request: PageRequest; form: FormState | undefined }) {
  const { t } = request;
  return (
    <>
      <h1>{t('ratings:page.title')}</h1>
      <p class="lead">{t('ratings:page.lead')}</p>
      <Form state={form}>
        <RadioField
          name="mark"
          label={t('ratings:page.mark')}
          options={MARKS.map((mark) => ({ value: mark, label: t(`ratings:marks.${mark}`) }))}
        />
        <TextField
          name="recommend"
          label={t('ratings:page.recommend')}
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
        <Button>{t('ratings:page.send')}</Button>
      </Form>
    </>
  );
}
