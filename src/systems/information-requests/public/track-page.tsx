import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { CourseTimeline } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type Download,
  type FormState,
  type PageRequest,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { AnswerFiles } from './answer-files.tsx';
import { openAnswerFile } from '../queries/open-answer-file.ts';
import { trackRequest } from '../queries/track-request.ts';
import { stateName, stateTone, testLines } from '../words.ts';

type Tracked = z.output<(typeof trackRequest)['output']>;

/** Number and code → who has it, until when, and the answer. */
export const trackPage = definePage({
  path: '/requests/track',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const title = request.t('information-requests:track.title');
    const number = request.query['number']?.trim().slice(0, 60) ?? '';
    const code = request.query['code']?.trim().slice(0, 60) ?? '';
    const file = request.query['file'];
    if (number === '' && code === '') return view(title, <TrackForm />);
    try {
      if (number === '' || code === '')
        throw new Refusal('information-requests:refusals.notTracked', {}, 404);
      if (file !== undefined) return await sendFile(request, { number, code, fileId: file });
      const path = `/requests/track?${new URLSearchParams({ number, code }).toString()}`;
      const found = await request.ask(trackRequest, { number, code });
      return view(number, <TrackedRequest found={found} path={path} />);
    } catch (error) {
      if (!(error instanceof Refusal && error.status === 404)) throw error;
      const state: FormState = { values: { number, code }, errors: {}, problem: request.t(error.key) };
      return view(title, <TrackForm state={state} />, { status: 404 });
    }
  },
});

function TrackForm({ state }: { state?: FormState }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('information-requests:track.title')}</h1>
      <Form id="track" action="/requests/track" method="get" state={state}>
        <TextField name="number" label={t('information-requests:track.number')} width={20} />
        <TextField name="code" label={t('information-requests:track.code')} width={20} />
        <Button>{t('information-requests:track.find')}</Button>
      </Form>
    </>
  );
}

async function sendFile(
  request: PageRequest,
  which: { readonly number: string; readonly code: string; readonly fileId: string },
): Promise<Download> {
  const { file, bytes } = await request.ask(openAnswerFile, which);
  return { kind: 'download', name: file.name, type: file.type, bytes };
}

function TrackedRequest({ found, path }: { found: Tracked; path: string }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.subject}</p>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null || !found.isOpen ? null : <DueBadge dueOn={found.dueOn} />}
      </p>
      <SummaryList
        lines={[
          { term: t('information-requests:columns.unit'), value: found.unit },
          { term: t('information-requests:case.forwardedTo'), value: found.forwardedTo },
          { term: t('information-requests:case.refusal'), value: found.refusalWords },
          ...testLines(found, t),
        ]}
      />
      {found.answer === null ? null : (
        <>
          <h2>{t('information-requests:case.answer')}</h2>
          <p class="request-text">{found.answer}</p>
          <AnswerFiles files={found.files} pathOf={({ id }) => `${path}&file=${id}`} />
        </>
      )}
      {found.state === 'refused' || found.state === 'answered' ? (
        <p>{t('information-requests:track.appeal')}</p>
      ) : null}
      <h2>{t('cases:steps.title')}</h2>
      <StepList steps={found.steps} />
      <h2>{t('information-requests:track.course')}</h2>
      <CourseTimeline system="information-requests" course={found.course} isOpen={found.isOpen} />
    </>
  );
}
