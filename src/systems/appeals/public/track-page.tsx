import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { Steps } from '../../../kernel/page/components/steps.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { Timeline } from '../../../kernel/page/components/timeline.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { confirmAnswer } from '../actions/confirm-answer.ts';
import { trackAppeal } from '../queries/track-appeal.ts';
import { stateName, stateTone } from '../words.ts';
import { ConfirmForm, Confirmed } from './confirm-form.tsx';

export type TrackedAppeal = z.output<(typeof trackAppeal)['output']>;

/** Number and code → where the appeal is, the answer, and the question whether it was really done. */
export const trackPage = definePage({
  path: '/appeals/track',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const { t } = request;
    const number = (request.query['number'] ?? '').slice(0, 60);
    const code = (request.query['code'] ?? '').slice(0, 60);
    if (number === '' && code === '') return view(t('appeals:track.title'), <TrackForm />);
    const found = await findTracked(request, number, code);
    if (found instanceof Refusal) {
      const state: FormState = { values: { number, code }, errors: {}, problem: t(found.key) };
      return view(t('appeals:track.title'), <TrackForm state={state} />, { status: 404 });
    }
    return view(found.index, <Tracked found={found} code={code} form={form} />);
  },
  async post(request) {
    const [number, code, mark] = [
      request.query['number'] ?? '',
      request.query['code'] ?? '',
      request.field('mark'),
    ];
    const done = (['yes', 'partly', 'no'] as const).find((one) => one === request.field('done'));
    const { repeat } = await request.run(confirmAnswer, {
      number: number.slice(0, 60),
      code: code.slice(0, 60),
      // What was not chosen is told by the action's own sentence.
      done: done ?? ('' as 'yes'),
      mark: mark === '' ? null : mark,
      again: request.field('again'),
    });
    return view(request.t('appeals:confirm.thanks'), <Confirmed repeat={repeat} />);
  },
});

async function findTracked(
  request: PageRequest,
  number: string,
  code: string,
): Promise<TrackedAppeal | Refusal> {
  try {
    return await request.ask(trackAppeal, { number, code });
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return error;
    throw error;
  }
}

function TrackForm({ state }: { state?: FormState }) {
  const t = useT();
  return (
    <>
      <h1>{t('appeals:track.title')}</h1>
      <p class="lead">{t('appeals:track.lead')}</p>
      <Form id="track" action="/appeals/track" method="get" state={state} label={t('appeals:track.title')}>
        <TextField
          name="number"
          label={t('appeals:track.number')}
          hint={t('appeals:track.numberHint')}
          width={20}
        />
        <TextField
          name="code"
          label={t('appeals:track.code')}
          hint={t('appeals:track.codeHint')}
          width={20}
        />
        <Button>{t('appeals:track.find')}</Button>
      </Form>
      <p>
        <a href="/appeals/new">{t('appeals:file.title')}</a>
      </p>
    </>
  );
}

function Tracked({ found, code, form }: { found: TrackedAppeal; code: string; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('appeals:track.titleOf', { index: found.index })}</h1>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>
      </p>
      <SummaryList
        lines={[
          { term: t('appeals:track.number'), value: found.number },
          { term: t('appeals:track.topic'), value: found.title },
          { term: t('appeals:track.day'), value: formatDate(found.day, locale) },
          { term: t('appeals:track.unit'), value: found.unit },
          {
            term: t('appeals:track.dueOn'),
            value: found.isOpen && found.dueOn !== null ? formatDate(found.dueOn, locale) : null,
          },
          {
            term: t('appeals:fields.outcome'),
            value: found.outcome === null ? null : t(`appeals:outcomes.${found.outcome}`),
          },
          { term: t('appeals:track.note'), value: found.closingNote },
        ]}
      />
      <SentAnswers found={found} code={code} />
      {found.state === 'answered' && found.done === null ? (
        <ConfirmForm number={found.number} code={code} form={form} />
      ) : null}
      <h2>{t('appeals:case.course')}</h2>
      <Timeline
        entries={found.course.map(({ seq, type, at, holder }) => ({
          key: `${seq}`,
          title: t(`appeals:events.${type}`),
          at,
          ...(holder === null ? {} : { holder }),
        }))}
      />
      <h2>{t('appeals:track.steps')}</h2>
      <Steps
        label={t('appeals:track.steps')}
        steps={found.steps.map(({ text, article }) => ({
          text: t(text.key, text.params),
          ...(article === null ? {} : { article }),
        }))}
      />
      <p>
        <a href="/appeals/track">{t('appeals:track.another')}</a>
      </p>
    </>
  );
}

function SentAnswers({ found, code }: { found: TrackedAppeal; code: string }) {
  const { t } = usePage();
  return (
    <>
      {found.answers.map(({ no, kind, text }) => (
        <section key={no} aria-labelledby={`answer-${no}`}>
          <h2 id={`answer-${no}`}>{t(`appeals:answerKinds.${kind}`)}</h2>
          <blockquote class="appeal-text">{text}</blockquote>
          <p>
            <a
              href={`/appeals/answer?${new URLSearchParams({ number: found.number, code, no: `${no}` }).toString()}`}
            >
              {t('appeals:track.pdf')}
            </a>
          </p>
        </section>
      ))}
    </>
  );
}
