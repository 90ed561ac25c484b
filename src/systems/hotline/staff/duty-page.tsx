import type { z } from 'zod';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { beginShift, endShift, settleCallBack, writeAnswer } from '../actions/duty.ts';
import { listDuty } from '../queries/line.ts';
import { listHotlineTopics } from '../queries/problems.ts';
import { TopicField } from './announce-form.tsx';
import { LineTabs } from './line-tabs.tsx';

type Duty = z.output<(typeof listDuty)['output']>;
type Topics = z.output<(typeof listHotlineTopics)['output']>['topics'];

/** Whom to call back, who is on duty, what may be answered. */
export const dutyPage = definePage({
  path: '/desk/hotline/duty',
  may: ['operator', 'leader', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const duty = await request.ask(listDuty, {});
    const { topics } = await request.ask(listHotlineTopics, {});
    const body = <DutyView duty={duty} topics={topics} form={form} />;
    return view(request.t('hotline:duty.title'), body, { live: '/live/hotline/main' });
  },
  post: doDutyDeed,
});

type Deed = (request: PagePost) => Promise<unknown>;

const DEEDS: Readonly<Record<string, Deed>> = {
  begin: (request) => request.run(beginShift, {}),
  end: (request) => request.run(endShift, { handOver: request.field('handOver') }),
  reached: (request) => request.run(settleCallBack, { callBackId: request.field('id'), reached: true }),
  missed: (request) => request.run(settleCallBack, { callBackId: request.field('id'), reached: false }),
  answer: (request) =>
    request.run(writeAnswer, {
      topic: request.field('topic') === '' ? null : request.field('topic'),
      question: request.field('question'),
      answer: request.field('answer'),
    }),
};

async function doDutyDeed(request: PagePost): Promise<Answer> {
  const name = request.field('deed');
  const here = '/desk/hotline/duty';
  const deed = DEEDS[name];
  if (deed === undefined) return redirect(here);
  await deed(request);
  return redirect(here, `hotline:notices.${name}`);
}

interface Props {
  readonly duty: Duty;
  readonly topics: Topics;
  readonly form: FormState | undefined;
}

function DutyView(props: Props) {
  const { t, actor } = usePage();
  const isOperator = actor.roles.includes('operator');
  return (
    <>
      <h1>{t('hotline:duty.title')}</h1>
      <LineTabs current="/desk/hotline/duty" />
      <CallBacks {...props} isOperator={isOperator} />
      <Shifts {...props} isOperator={isOperator} />
      {isOperator ? <NewAnswer {...props} isOperator /> : null}
    </>
  );
}

type Part = Props & { readonly isOperator: boolean };

function DeedButton({ deed, id, name }: { deed: string; id: string; name: string }) {
  const { t } = usePage();
  return (
    <Form inline label={`${t(`hotline:deeds.${deed}`)}: ${name}`}>
      <HiddenField name="deed" value={deed} />
      <HiddenField name="id" value={id} />
      <Button look="plain" label={`${t(`hotline:deeds.${deed}`)}: ${name}`}>
        {t(`hotline:deeds.${deed}`)}
      </Button>
    </Form>
  );
}

function CallBacks({ duty, isOperator }: Part) {
  const { t, locale, now } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:duty.callBacks')}
      rows={duty.callBacks}
      keyOf={({ id }) => id}
      empty={t('hotline:duty.noCallBacks')}
      mark={({ state, dueAt }) => (state === 'waiting' && dueAt < now ? 'late' : undefined)}
      columns={[
        { ...column('phone'), heading: true, narrow: true, cell: ({ phone }) => phone },
        { ...column('caller'), cell: ({ caller }) => caller },
        { ...column('about'), cell: ({ about }) => about },
        { ...column('callBackAt'), narrow: true, cell: ({ dueAt }) => formatDateTime(dueAt, locale) },
        { ...column('tries'), numeric: true, narrow: true, cell: ({ tries }) => tries },
        {
          ...column('state'),
          cell: ({ id, state, phone }) =>
            state === 'waiting' && isOperator ? (
              <div class="hotline-deeds">
                <DeedButton deed="reached" id={id} name={phone} />
                <DeedButton deed="missed" id={id} name={phone} />
              </div>
            ) : (
              <StatusTag tone={state === 'failed' ? 'late' : state === 'done' ? 'done' : 'waiting'}>
                {t(`hotline:callBackStates.${state}`)}
              </StatusTag>
            ),
        },
      ]}
    />
  );
}

function Shifts({ duty, isOperator }: Part) {
  const { t, locale } = usePage();
  const mine = duty.shifts.some((shift) => shift.mine && shift.endedAt === null);
  return (
    <>
      <h2>{t('hotline:duty.shifts')}</h2>
      <ul>
        {duty.shifts.map(({ id, name, beganAt, endedAt, handOver }) => (
          <li key={id}>
            <strong>{name}</strong> {formatDateTime(beganAt, locale)} –{' '}
            {endedAt === null ? t('hotline:duty.now') : formatDateTime(endedAt, locale)}
            {handOver === '' ? '' : `: ${handOver}`}
          </li>
        ))}
      </ul>
      {!isOperator ? null : (
        <Form label={t('hotline:duty.shifts')}>
          <HiddenField name="deed" value={mine ? 'end' : 'begin'} />
          {mine ? <TextField name="handOver" label={t('hotline:fields.handOver')} rows={2} optional /> : null}
          <Button look="plain">{t(`hotline:deeds.${mine ? 'end' : 'begin'}`)}</Button>
        </Form>
      )}
    </>
  );
}

function NewAnswer({ topics, form }: Part) {
  const { t } = usePage();
  return (
    <details open={form?.values['deed'] === 'answer'}>
      <summary>{t('hotline:deeds.answer')}</summary>
      <Form state={form?.values['deed'] === 'answer' ? form : undefined} label={t('hotline:deeds.answer')}>
        <HiddenField name="deed" value="answer" />
        <TopicField topics={topics} empty={t('hotline:fields.topicNone')} />
        <TextField name="question" label={t('hotline:fields.question')} />
        <TextField name="answer" label={t('hotline:fields.answer')} rows={3} />
        <Button>{t('hotline:deeds.answer')}</Button>
      </Form>
    </details>
  );
}
