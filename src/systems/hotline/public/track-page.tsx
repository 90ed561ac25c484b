import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { CourseTimeline } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { answerTicket } from '../actions/confirm-ticket.ts';
import { trackTicket } from '../queries/tickets.ts';
import { SaidFields } from '../staff/ticket-forms.tsx';
import { saidOf } from '../staff/ticket-page.tsx';
import { stateName, stateTone } from '../words.ts';

type Tracked = z.output<(typeof trackTicket)['output']>;

/** Number and code → who has it, until when, what was done; and whether it was really done. */
export const trackPage = definePage({
  path: '/problems/track',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const title = request.t('hotline:track.title');
    const number = (request.query['number'] ?? '').trim().slice(0, 60);
    const code = (request.query['code'] ?? '').trim().slice(0, 60);
    if (number === '' && code === '') return view(title, <TrackForm />);
    try {
      if (number === '' || code === '') throw new Refusal('hotline:refusals.notTracked', {}, 404);
      const found = await request.ask(trackTicket, { number, code });
      return view(title, <Track found={found} code={code} form={form} />);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
      return view(title, <TrackForm number={number} problem={request.t(error.key)} />, { status: 404 });
    }
  },
  async post(request) {
    const [number, code] = [request.field('number'), request.field('code')];
    const said = saidOf(request);
    await request.run(answerTicket, { number, code, ...said });
    const here = `/problems/track?${new URLSearchParams({ number, code }).toString()}`;
    return redirect(here, said.reallyDone ? 'hotline:notices.confirm' : 'hotline:notices.reopened');
  },
});

function TrackForm({ number = '', problem }: { number?: string; problem?: string }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('hotline:track.title')}</h1>
      {problem === undefined ? null : <Notice kind="late">{problem}</Notice>}
      <Form method="get" action="/problems/track" label={t('hotline:track.title')}>
        <TextField name="number" label={t('hotline:columns.number')} value={number} width={20} />
        <TextField name="code" label={t('hotline:track.code')} width={20} />
        <Button>{t('hotline:track.show')}</Button>
      </Form>
    </>
  );
}

/** The mass event it is a part of, and how that ended. */
function eventWords({ event }: Tracked): string | null {
  if (event === null) return null;
  return event.isOver ? `${event.title}. ${event.result}` : event.title;
}

function Track({ found, code, form }: { found: Tracked; code: string; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.title}</p>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}
      </p>
      <SummaryList
        lines={[
          { term: t('hotline:columns.unit'), value: found.unit },
          { term: t('hotline:ticket.done'), value: found.doneWords },
          { term: t('hotline:columns.event'), value: eventWords(found) },
        ]}
      />
      {found.state === 'done' ? (
        <Form state={form} label={t('hotline:confirm.title')}>
          <h2>{t('hotline:confirm.title')}</h2>
          <HiddenField name="number" value={found.number} />
          <HiddenField name="code" value={code} />
          <SaidFields />
          <Button>{t('hotline:confirm.send')}</Button>
        </Form>
      ) : null}
      <h2>{t('hotline:track.course')}</h2>
      <CourseTimeline system="hotline" course={found.course} isOpen={found.isOpen} />
      <h2>{t('cases:steps.title')}</h2>
      <StepList steps={found.steps} />
    </>
  );
}
