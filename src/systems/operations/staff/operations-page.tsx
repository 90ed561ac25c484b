import type { z } from 'zod';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { retryLetters } from '../actions/retry-letters.ts';
import { retryTasks } from '../actions/retry-tasks.ts';
import type { Level } from '../checks.ts';
import { house } from '../queries/house.ts';
import { bytesWords } from '../words.ts';

type House = z.output<(typeof house)['output']>;

const TONES = { act: 'going', look: 'waiting', fine: 'done' } as const satisfies Record<Level, string>;

/** The IT person's room: what to do first, then everything that is known. */
export const operationsPage = definePage({
  path: '/desk/operations',
  may: ['it'],
  shell: 'staff',
  get: async (request) =>
    view(request.t('operations:page.title'), <OperationsView state={await request.ask(house, {})} />),
  async post(request) {
    if (request.field('deed') === 'tasks') {
      await request.run(retryTasks, {});
      return redirect(request.path, 'operations:notices.tasks');
    }
    await request.run(retryLetters, {});
    return redirect(request.path, 'operations:notices.letters');
  },
});

function OperationsView({ state }: { state: House }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('operations:page.title')}</h1>
      <ChecksTable state={state} />
      <SummaryList lines={factsOf(state, t, locale)} />
      <JobsTable jobs={state.jobs} />
    </>
  );
}

function ChecksTable({ state }: { state: House }) {
  const { t } = usePage();
  return (
    <DataTable
      caption={t('operations:page.checks')}
      rows={state.checks}
      keyOf={({ name }) => name}
      columns={[
        {
          key: 'name',
          title: t('operations:page.what'),
          heading: true,
          cell: ({ name }) => t(`operations:names.${name}`),
        },
        {
          key: 'level',
          title: t('operations:page.state'),
          narrow: true,
          cell: ({ level }) => <StatusTag tone={TONES[level]}>{t(`operations:levels.${level}`)}</StatusTag>,
        },
        {
          key: 'next',
          title: t('operations:page.next'),
          cell: ({ name, level }) => (
            <>
              {t(`operations:checks.${name}.${level}`)}
              {name === 'letters' && state.letters.givenUp > 0 ? <Retry deed="letters" /> : null}
              {name === 'tasks' && state.tasks.givenUp > 0 ? <Retry deed="tasks" /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Retry({ deed }: { deed: 'letters' | 'tasks' }) {
  const { t } = usePage();
  return (
    <Form id={`retry-${deed}`} inline label={t(`operations:retry.${deed}`)}>
      <HiddenField name="deed" value={deed} />
      <Button look="plain">{t(`operations:retry.${deed}`)}</Button>
    </Form>
  );
}

function factsOf(state: House, t: Translate, locale: Locale) {
  const { database, letters, tasks, sessions, files, disk, backup, oldestUnsealed } = state;
  const count = (value: number) => formatNumber(value, locale);
  const moment = (at: Date) => formatDateTime(at, locale);
  const bytes = (value: number) => bytesWords(value, t, locale);
  const place = t(database.outside ? 'operations:facts.outside' : 'operations:facts.embedded');
  return [
    { term: t('operations:facts.version'), value: state.version },
    {
      term: t('operations:facts.database'),
      value: `PostgreSQL ${database.version}, ${place}, ${bytes(database.bytes)}`,
    },
    {
      term: t('operations:facts.journal'),
      value: oldestUnsealed === null ? t('operations:facts.allSealed') : moment(oldestUnsealed),
    },
    {
      term: t('operations:facts.letters'),
      value: t('operations:facts.lettersAre', {
        waiting: count(letters.waiting),
        givenUp: count(letters.givenUp),
      }),
    },
    { term: t('operations:facts.lastFailure'), value: letters.lastFailure },
    {
      term: t('operations:facts.mail'),
      value: t(letters.hasMailServer ? 'operations:facts.mailSet' : 'operations:facts.mailNotSet'),
    },
    {
      term: t('operations:facts.tasks'),
      value: t('operations:facts.lettersAre', {
        waiting: count(tasks.waiting),
        givenUp: count(tasks.givenUp),
      }),
    },
    {
      term: t('operations:facts.sessions'),
      value: t('operations:facts.sessionsAre', {
        browsers: count(sessions.browsers),
        tokens: count(sessions.tokens),
      }),
    },
    {
      term: t('operations:facts.files'),
      value: t('operations:facts.filesAre', { count: count(files.count), bytes: bytes(files.bytes) }),
    },
    {
      term: t('operations:facts.disk'),
      value:
        disk === null
          ? t('operations:facts.diskUnknown')
          : t('operations:facts.diskIs', { free: bytes(disk.free), size: bytes(disk.size) }),
    },
    {
      term: t('operations:facts.backup'),
      value:
        backup === null
          ? t('operations:facts.noBackup')
          : `${moment(backup.madeAt)}, ${backup.file}, ${bytes(backup.bytes)}`,
    },
  ];
}

function JobsTable({ jobs }: Pick<House, 'jobs'>) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('operations:jobs.title')}
      rows={jobs}
      keyOf={({ name }) => name}
      empty={t('operations:jobs.none')}
      columns={[
        {
          key: 'name',
          title: t('operations:jobs.name'),
          heading: true,
          cell: ({ name }) => <code>{name}</code>,
        },
        {
          key: 'finished',
          title: t('operations:jobs.finished'),
          cell: ({ finishedAt }) => (finishedAt === null ? '' : formatDateTime(finishedAt, locale)),
        },
        {
          key: 'duration',
          title: t('operations:jobs.duration'),
          numeric: true,
          cell: ({ durationMs }) => (durationMs === null ? '' : formatNumber(durationMs, locale)),
        },
        {
          key: 'failures',
          title: t('operations:jobs.failures'),
          numeric: true,
          cell: ({ failures }) => formatNumber(failures, locale),
        },
        {
          key: 'failure',
          title: t('operations:jobs.failure'),
          cell: ({ failure }) => <span class="wrap-anywhere">{failure ?? ''}</span>,
        },
      ]}
    />
  );
}
