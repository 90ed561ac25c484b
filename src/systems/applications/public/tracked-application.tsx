import type { ComponentChildren } from 'preact';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { CourseTimeline, DayLedger } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import type { TrackedView } from '../tracked-view.ts';
import { stateName, stateTone } from '../words.ts';

/** Where an application is, whose day it is, when the result comes: by number and code, and in the cabinet. */
export function TrackedApplication({
  found,
  next,
  children,
}: {
  found: TrackedView;
  /** What to do next, where the usual sentence of the state does not fit. */
  next?: string | undefined;
  children?: ComponentChildren;
}) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.service}</h1>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>
      </p>
      <SummaryList
        lines={[
          { term: t('applications:track.number'), value: found.number },
          { term: t('applications:track.body'), value: found.body },
          { term: t('applications:track.dueOn'), value: <Promised found={found} /> },
        ]}
      />
      {found.toMend === null ? null : (
        <Notice kind="attention" title={t('applications:track.toMend', { cureBy: found.toMend.cureBy })}>
          {found.toMend.reason}
        </Notice>
      )}
      {children}
      <h2>{t('applications:track.next')}</h2>
      <p>{next ?? t(`applications:next.${found.state}`)}</p>
      <h2>{t('applications:track.course')}</h2>
      <CourseTimeline system="applications" course={found.course} isOpen={found.isOpen} />
      <h2>{t('cases:ledger.title')}</h2>
      <p>{t('cases:ledger.lead')}</p>
      <DayLedger course={found.course} />
      <h2>{t('cases:steps.title')}</h2>
      <StepList steps={found.steps} />
    </>
  );
}

function Promised({ found }: { found: TrackedView }) {
  const { t, locale } = usePage();
  if (!found.isOpen) return <>{t('applications:track.decided')}</>;
  if (found.dueOn === null) return <>{t('applications:track.standing')}</>;
  return <time dateTime={found.dueOn}>{formatDate(found.dueOn, locale)}</time>;
}
