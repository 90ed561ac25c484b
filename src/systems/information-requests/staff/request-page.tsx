import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { CourseTimeline, DayLedger } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { getRequest } from '../queries/get-request.ts';
import { listChoices } from '../queries/list-choices.ts';
import { stateName, stateTone, testLines } from '../words.ts';
import { doRequestDeed } from './request-deeds.ts';
import { RequestForms, type RequestFormsProps } from './request-forms.tsx';

export type WholeRequest = z.output<(typeof getRequest)['output']>;

/** One request: what is asked, whose day it is, how the date was counted, and what this person may do. */
export const requestPage = definePage({
  path: '/desk/requests/:id',
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getRequest, { caseId: request.params['id'] ?? '' });
    const choices = await request.ask(listChoices, {});
    return view(found.number, <RequestView found={found} choices={choices} form={form} />);
  },
  post: doRequestDeed,
});

function RequestView(props: RequestFormsProps) {
  const { found } = props;
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.subject}</p>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}{' '}
        {found.urgent ? t('information-requests:case.urgent') : null}
      </p>
      <p class="request-text">{found.body}</p>
      <div class="case-parts">
        <section aria-label={t('information-requests:case.todo')}>
          <RequestForms {...props} />
        </section>
        <section aria-label={t('information-requests:case.facts')}>
          <Facts found={found} />
          <h2>{t('cases:steps.title')}</h2>
          <StepList steps={found.steps} />
        </section>
        <section aria-label={t('information-requests:track.course')}>
          <h2>{t('information-requests:track.course')}</h2>
          <CourseTimeline system="information-requests" course={found.course} isOpen={found.isOpen} />
          <DayLedger course={found.course} />
        </section>
      </div>
    </>
  );
}

function Facts({ found }: { found: WholeRequest }) {
  const { t, locale } = usePage();
  const { contacts } = found;
  const date = (day: string | null) => (day === null ? null : formatDate(day, locale));
  return (
    <SummaryList
      lines={[
        { term: t('information-requests:columns.requester'), value: found.requester },
        {
          term: t('information-requests:fields.kind'),
          value: t(`information-requests:kinds.${found.requesterKind}`),
        },
        { term: t('information-requests:fields.email'), value: contacts?.email },
        { term: t('information-requests:fields.phone'), value: contacts?.phone },
        { term: t('information-requests:fields.address'), value: contacts?.address },
        {
          term: t('information-requests:columns.channel'),
          value: t(`information-requests:channels.${found.channel}`),
        },
        { term: t('information-requests:columns.received'), value: date(found.receivedOn) },
        { term: t('information-requests:columns.unit'), value: found.unit },
        { term: t('information-requests:case.executor'), value: found.executor },
        { term: t('information-requests:case.forwardedTo'), value: found.forwardedTo },
        { term: t('information-requests:case.deferredUntil'), value: date(found.deferredUntil) },
        {
          term: t('information-requests:case.copies'),
          value:
            found.pages === null
              ? null
              : t('information-requests:case.copiesAre', {
                  count: found.pages,
                  amount: (found.pagesAmount ?? '0').replace('.', ','),
                }),
        },
        { term: t('information-requests:case.refusal'), value: found.refusalWords },
        ...testLines(found, t),
      ]}
    />
  );
}
