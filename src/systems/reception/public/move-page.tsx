import type { z } from 'zod';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { moveVisit } from '../actions/move-visit.ts';
import { visitStatus } from '../queries/visit-status.ts';
import { momentWords } from '../reception-words.ts';
import { type Choice, PlaceList, readChoice } from './place-list.tsx';

const PATH = '/reception/move';

/** A booking goes to another time of the same leader: the times, then the check. */
export const movePage = definePage({
  path: PATH,
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const visit = await request.ask(visitStatus, { code: request.query['code'] ?? '' });
    const choice = await readChoice(request);
    return view(request.t('reception:move.title'), <Move visit={visit} {...choice} form={form} />);
  },
  async post(request) {
    const [code, startsAt] = [request.field('code'), request.field('startsAt')];
    await request.run(moveVisit, { code, startsAt });
    return redirect(`/reception/visit?code=${code}`, 'reception:notices.moved');
  },
});

type Props = Choice & {
  readonly visit: z.output<(typeof visitStatus)['output']>;
  readonly form: FormState | undefined;
};

function Move({ visit, leaders, chosen, gone, form }: Props) {
  const { t, locale } = usePage();
  const back = `/reception/visit?code=${visit.code}`;
  if (visit.state !== 'booked')
    return (
      <>
        <h1>{t('reception:move.title')}</h1>
        <p>{t('reception:move.notBooked')}</p>
        <LinkButton href="/reception/book">{t('reception:timetable.book')}</LinkButton>
      </>
    );
  const own = leaders.filter(({ id }) => id === visit.leaderId);
  const now = { term: t('reception:move.now'), value: momentWords(visit.startsAt, locale) };
  return (
    <>
      <h1>{t('reception:move.title')}</h1>
      {gone ? <Notice kind="attention">{form?.problem ?? t('reception:book.gone')}</Notice> : null}
      {chosen === null || chosen.leader.id !== visit.leaderId ? (
        <>
          <SummaryList lines={[now]} />
          <p class="lead">{t('reception:move.choose')}</p>
          <PlaceList leaders={own} path={PATH} more={{ code: visit.code }} />
        </>
      ) : (
        <>
          <SummaryList
            lines={[
              now,
              {
                term: t('reception:move.to'),
                value: <strong>{momentWords(chosen.place.startsAt, locale)}</strong>,
                action: <a href={`${PATH}?code=${visit.code}`}>{t('reception:book.other')}</a>,
              },
              { term: t('reception:columns.place'), value: chosen.place.place },
            ]}
          />
          <Form state={form}>
            <HiddenField name="code" value={visit.code} />
            <HiddenField name="startsAt" value={chosen.place.startsAt} />
            <Button>{t('reception:move.send')}</Button>
          </Form>
        </>
      )}
      <p>
        <a href={back}>{t('reception:move.keep')}</a>
      </p>
    </>
  );
}
