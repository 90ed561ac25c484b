import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { CourseTimeline, DayLedger } from '../course-list.tsx';
import { trackApplication } from '../queries/track-application.ts';
import { StepList } from '../step-list.tsx';
import { stateName, stateTone } from '../words.ts';

type Tracked = z.output<(typeof trackApplication)['output']>;

/** Number and code from the receipt → where the application is, whose day it is, when the result comes. */
export const trackPage = definePage({
  path: '/track',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { t } = request;
    const title = t('applications:track.title');
    const { number = '', code = '' } = request.query;
    if (number === '' && code === '') return view(title, <TrackForm />);
    const found = await findTracked(request, number, code);
    if (found instanceof Refusal) {
      const state: FormState = { values: { number, code }, errors: {}, problem: t(found.key) };
      return view(title, <TrackForm state={state} />, { status: 404 });
    }
    return view(
      t('applications:track.titleOf', { number: found.number }),
      <TrackedApplication found={found} />,
    );
  },
});

/** An empty field is told by the same sentence: both are on the receipt. */
async function findTracked(request: PageRequest, number: string, code: string): Promise<Tracked | Refusal> {
  const asked = { number: number.slice(0, 60), code: code.slice(0, 60) };
  if (asked.number.trim() === '' || asked.code.trim() === '')
    return new Refusal('applications:refusals.notTracked', {}, 404);
  try {
    return await request.ask(trackApplication, asked);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return error;
    throw error;
  }
}

function TrackForm({ state }: { state?: FormState }) {
  const t = useT();
  return (
    <>
      <h1>{t('applications:track.title')}</h1>
      <p class="lead">{t('applications:track.lead')}</p>
      <Form id="track" action="/track" method="get" state={state} label={t('applications:track.title')}>
        <TextField
          name="number"
          label={t('applications:track.number')}
          hint={t('applications:track.numberHint')}
          width={20}
        />
        <TextField
          name="code"
          label={t('applications:track.code')}
          hint={t('applications:track.codeHint')}
          width={20}
        />
        <Button>{t('applications:track.find')}</Button>
      </Form>
    </>
  );
}

function TrackedApplication({ found }: { found: Tracked }) {
  const { t, locale, url } = usePage();
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
      <h2>{t('applications:track.next')}</h2>
      <p>{t(`applications:next.${found.state}`)}</p>
      <h2>{t('applications:track.course')}</h2>
      <CourseTimeline course={found.course} isOpen={found.isOpen} />
      <h2>{t('applications:ledger.title')}</h2>
      <p>{t('applications:ledger.lead')}</p>
      <DayLedger course={found.course} />
      <h2>{t('applications:steps.title')}</h2>
      <StepList steps={found.steps} />
      <p>
        <a href={`/track/looks${url.slice(url.indexOf('?'))}`}>{t('applications:track.looks')}</a>
      </p>
      <p>
        <a href="/track">{t('applications:track.another')}</a>
      </p>
    </>
  );
}

function Promised({ found }: { found: Tracked }) {
  const { t, locale } = usePage();
  if (!found.isOpen) return <>{t('applications:track.decided')}</>;
  if (found.dueOn === null) return <>{t('applications:track.standing')}</>;
  return <time dateTime={found.dueOn}>{formatDate(found.dueOn, locale)}</time>;
}
