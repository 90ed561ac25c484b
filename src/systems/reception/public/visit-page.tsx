import type { z } from 'zod';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { cancelVisit } from '../actions/cancel-visit.ts';
import { visitStatus } from '../queries/visit-status.ts';
import { momentWords, STATE_TONES } from '../reception-words.ts';

type Status = z.output<(typeof visitStatus)['output']>;

/** By the code one sees one's reception and cancels it. */
export const visitPage = definePage({
  path: '/reception/visit',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const { code = '' } = request.query;
    const title = request.t('reception:visit.title');
    if (code === '') return view(title, <AskCode />);
    return view(title, <Visit visit={await request.ask(visitStatus, { code })} form={form} />);
  },
  async post(request) {
    const { code } = await request.run(cancelVisit, { code: request.field('code') });
    return redirect(`/reception/visit?code=${code}`, 'reception:notices.cancelled');
  },
});

function AskCode() {
  const { t } = usePage();
  return (
    <>
      <h1>{t('reception:visit.title')}</h1>
      <form class="form" method="get">
        <TextField
          name="code"
          label={t('reception:visit.code')}
          hint={t('reception:visit.codeHint')}
          width={20}
        />
        <Button>{t('reception:visit.show')}</Button>
      </form>
    </>
  );
}

function Visit({ visit, form }: { visit: Status; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('reception:visit.title')}</h1>
      <p>
        <StatusTag tone={STATE_TONES[visit.state]}>{t(`reception:states.${visit.state}`)}</StatusTag>
      </p>
      <SummaryList
        lines={[
          { term: t('reception:columns.leader'), value: `${visit.leader}, ${visit.position}` },
          { term: t('reception:columns.time'), value: momentWords(visit.startsAt, locale) },
          { term: t('reception:columns.place'), value: visit.place },
          { term: t('reception:columns.minutes'), value: t('reception:minutes', { count: visit.minutes }) },
          { term: t('reception:visit.code'), value: <strong class="reception-code">{visit.code}</strong> },
        ]}
      />
      {visit.state === 'booked' ? (
        <>
          <p>{t('reception:visit.bring')}</p>
          <p>
            <LinkButton href={`/reception/move?code=${visit.code}`} look="plain">
              {t('reception:visit.move')}
            </LinkButton>
          </p>
          <Form state={form}>
            <HiddenField name="code" value={visit.code} />
            <Button look="quiet">{t('reception:visit.cancel')}</Button>
          </Form>
        </>
      ) : (
        <p>
          <LinkButton href="/reception/book">{t('reception:timetable.book')}</LinkButton>
        </p>
      )}
    </>
  );
}
