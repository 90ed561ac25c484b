import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { CourseTimeline, DayLedger } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { type Answer, definePage, type PagePost, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { confirmTicket } from '../actions/confirm-ticket.ts';
import { tieTicket } from '../actions/tie-ticket.ts';
import { refuseTicket, reportDone, routeTicket, takeTicket } from '../actions/work-on-ticket.ts';
import { getTicket } from '../queries/tickets.ts';
import { stateName, stateTone } from '../words.ts';
import { TicketForms, type TicketFormsProps } from './ticket-forms.tsx';

export type WholeTicket = z.output<(typeof getTicket)['output']>;

export const ticketPage = definePage({
  path: '/desk/hotline/tickets/:id',
  may: ['operator', 'leader', 'specialist', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getTicket, { caseId: request.params['id'] ?? '' });
    return view(found.number, <TicketView found={found} form={form} />);
  },
  post: doTicketDeed,
});

function TicketView(props: TicketFormsProps) {
  const { found } = props;
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.title}</p>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}
      </p>
      <p class="hotline-text">{found.text}</p>
      <div class="case-parts">
        <section aria-label={t('hotline:ticket.todo')}>
          <TicketForms {...props} />
        </section>
        <section aria-label={t('hotline:ticket.facts')}>
          <Facts found={found} />
          <h2>{t('cases:steps.title')}</h2>
          <StepList steps={found.steps} />
        </section>
        <section aria-label={t('hotline:track.course')}>
          <h2>{t('hotline:track.course')}</h2>
          <CourseTimeline system="hotline" course={found.course} isOpen={found.isOpen} />
          <DayLedger course={found.course} />
        </section>
      </div>
    </>
  );
}

function Facts({ found }: { found: WholeTicket }) {
  const { t, locale, actor } = usePage();
  return (
    <SummaryList
      lines={[
        { term: t('hotline:columns.place'), value: found.place === '' ? null : found.place },
        { term: t('hotline:columns.urgency'), value: t(`hotline:urgencies.${found.urgency}`) },
        { term: t('hotline:columns.channel'), value: t(`hotline:channels.${found.channel}`) },
        { term: t('hotline:columns.event'), value: eventLink(found) },
        { term: t('hotline:columns.received'), value: formatDateTime(found.receivedAt, locale) },
        { term: t('hotline:columns.unit'), value: found.unit },
        { term: t('hotline:ticket.executor'), value: found.executor },
        { term: t('hotline:fields.name'), value: found.caller },
        { term: t('hotline:fields.phone'), value: found.phone },
        { term: t('hotline:ticket.done'), value: found.doneWords },
        { term: t('hotline:ticket.mark'), value: found.mark === null ? null : String(found.mark) },
        { term: t('hotline:ticket.comment'), value: found.comment === '' ? null : found.comment },
        { term: t('hotline:ticket.reopened'), value: found.reopened === 0 ? null : String(found.reopened) },
        {
          term: t('hotline:ticket.media'),
          // A stranger's site: it learns neither of the ticket nor of us.
          value:
            found.mediaUrl === '' ? null : (
              <a href={found.mediaUrl} rel="noreferrer noopener nofollow">
                {found.mediaUrl}
              </a>
            ),
        },
        {
          term: t('hotline:ticket.publishing'),
          value: hasRole(actor, 'operator', 'specialist') ? (
            <a href={`/desk/hotline/publishing?case=${found.id}`}>{t('hotline:ticket.publish')}</a>
          ) : null,
        },
        {
          term: t('hotline:ticket.files'),
          value:
            found.files.length === 0
              ? null
              : found.files.map(({ id, name }) => (
                  <a key={id} href={`/files/${id}`}>
                    {name}{' '}
                  </a>
                )),
        },
      ]}
    />
  );
}

function eventLink({ event }: WholeTicket) {
  if (event === null) return null;
  return (
    <>
      <a href={`/desk/hotline/events/${event.id}`}>{event.title}</a>
      {event.isOver ? `. ${event.result}` : ''}
    </>
  );
}

type Deed = (request: PagePost, caseId: string) => Promise<unknown>;

/** Each form of the page names its deed. */
const DEEDS: Readonly<Record<string, Deed>> = {
  take: (request, caseId) => request.run(takeTicket, { caseId }),
  done: async (request, caseId) => {
    const fileIds: string[] = [];
    for (const file of request.files) fileIds.push((await request.keepPhoto(file)).id);
    return request.run(reportDone, { caseId, words: request.field('words'), fileIds });
  },
  refuse: (request, caseId) => request.run(refuseTicket, { caseId, words: request.field('words') }),
  route: (request, caseId) => request.run(routeTicket, { caseId, unitCode: request.field('unitCode') }),
  tie: (request, caseId) =>
    request.run(tieTicket, {
      caseId,
      eventId: request.field('eventId') === '' ? null : request.field('eventId'),
    }),
  confirm: (request, caseId) => request.run(confirmTicket, { caseId, ...saidOf(request) }),
};

export function saidOf(request: PagePost) {
  const [said, mark] = [request.field('reallyDone'), request.field('mark')];
  // Neither is chosen beforehand: silence is no answer.
  if (said !== 'yes' && said !== 'no') throw wrongField(['reallyDone'], 'hotline:input.saidMissing');
  return {
    reallyDone: said === 'yes',
    comment: request.field('comment'),
    ...(mark === '' ? {} : { mark }),
  };
}

async function doTicketDeed(request: PagePost): Promise<Answer> {
  const caseId = request.params['id'] ?? '';
  const name = request.field('deed');
  const here = `/desk/hotline/tickets/${caseId}`;
  const deed = DEEDS[name];
  if (deed === undefined) return redirect(here);
  await deed(request, caseId);
  return redirect(here, `hotline:notices.${name}`);
}
