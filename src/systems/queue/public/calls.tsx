import type { z } from 'zod';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { formatDate, formatDateTime, formatTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { callLog } from '../queries/call-log.ts';
import { estimateAccuracy } from '../queries/estimate-accuracy.ts';
import { SECTORS } from '../sector.ts';

type CallLog = z.output<(typeof callLog)['output']>;
type Call = CallLog['calls'][number];
type Accuracy = z.output<(typeof estimateAccuracy)['output']>;

const askLog = (request: PageRequest) =>
  request.ask(callLog, { hall: request.params['hall'] ?? '', day: request.params['day'] ?? '' });

/** The public log of calls: whoever holds a ticket can check that nobody went ahead without a reason. */
export const callsPage = definePage({
  path: '/calls/:hall/:day',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  async get(request) {
    const log = await askLog(request);
    const accuracy = await request.ask(estimateAccuracy, { hall: log.hall, from: log.day, to: log.day });
    const title = request.t('queue:calls.title', { day: formatDate(log.day, request.locale) });
    return view(title, <Calls log={log} accuracy={accuracy} title={title} />);
  },
});

/** The same as JSON, so that the chain can be counted anew with a few lines of any language. */
export const callsDownload = definePage({
  path: '/calls/:hall/:day/json',
  may: 'anyone',
  shell: 'print',
  async get(request) {
    const log = await askLog(request);
    return {
      kind: 'download',
      name: `calls-${log.hall}-${log.day}.json`,
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(JSON.stringify(log, null, 1)),
    };
  },
});

export const callsToday = definePage({
  path: '/calls/:hall',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const chosen = request.query['day'] ?? '';
    const day = /^\d{4}-\d{2}-\d{2}$/.test(chosen) ? chosen : kyivDate(request.now);
    return redirect(`/calls/${encodeURIComponent(request.params['hall'] ?? '')}/${day}`);
  },
});

function Calls({ log, accuracy, title }: { log: CallLog; accuracy: Accuracy; title: string }) {
  const t = useT();
  return (
    <>
      <h1>{title}</h1>
      <p>{t('queue:calls.lead')}</p>
      <form method="get" action={`/calls/${log.hall}`} class="form-inline">
        <label>
          {t('queue:calls.day')} <input class="input input-10" type="date" name="day" value={log.day} />
        </label>
        <Button look="plain">{t('queue:calls.show')}</Button>
      </form>
      <Summary log={log} accuracy={accuracy} />
      <CallTable calls={log.calls} title={title} />
      <Proof log={log} />
    </>
  );
}

function Summary({ log, accuracy }: { log: CallLog; accuracy: Accuracy }) {
  const t = useT();
  const first = log.calls.filter(({ reason }) => reason !== 'repeated');
  const ahead = first.filter(({ reason }) => reason === 'privileged').length;
  return (
    <ul>
      <li>{t('queue:calls.called', { count: first.length })}</li>
      <li>{t('queue:calls.ahead', { count: ahead })}</li>
      {accuracy.share === null ? null : (
        <li>{t('queue:calls.accuracy', { share: accuracy.share, count: accuracy.estimated })}</li>
      )}
    </ul>
  );
}

function CallTable({ calls, title }: { calls: readonly Call[]; title: string }) {
  const t = useT();
  return (
    <DataTable
      caption={title}
      captionHidden
      rows={calls}
      keyOf={(call) => call.hash.slice(0, 12)}
      empty={t('queue:calls.empty')}
      columns={[
        {
          key: 'called',
          title: t('queue:calls.at'),
          narrow: true,
          cell: (call) => formatTime(new Date(call.calledAt)),
        },
        {
          key: 'number',
          title: t('queue:calls.number'),
          heading: true,
          narrow: true,
          cell: (call) => call.number,
        },
        { key: 'sector', title: t('queue:calls.sector'), cell: (call) => <Sector code={call.sector} /> },
        { key: 'window', title: t('queue:calls.window'), numeric: true, cell: (call) => call.window },
        {
          key: 'joined',
          title: t('queue:calls.joined'),
          narrow: true,
          cell: (call) => formatTime(new Date(call.joinedAt)),
        },
        { key: 'reason', title: t('queue:calls.reason'), cell: (call) => t(`queue:reasons.${call.reason}`) },
      ]}
    />
  );
}

function Sector({ code }: { code: string }) {
  const sector = SECTORS.find((one) => one === code);
  return sector === undefined ? null : <SectorTag sector={sector} />;
}

function Proof({ log }: { log: CallLog }) {
  const { t, locale } = usePage();
  const matches = log.sealed === null || log.sealed.head === log.head;
  return (
    <section>
      <h2>{t('queue:calls.proof')}</h2>
      <p>{t('queue:calls.how')}</p>
      <p>
        {t('queue:calls.head')}
        <br />
        <code class="hash">{log.head}</code>
      </p>
      {log.sealed === null ? (
        <p>{t('queue:calls.open')}</p>
      ) : (
        <Notice kind={matches ? 'done' : 'attention'}>
          <p>
            {t(matches ? 'queue:calls.sealed' : 'queue:calls.broken', {
              moment: formatDateTime(new Date(log.sealed.sealedAt), locale),
            })}
            <br />
            <code class="hash">{log.sealed.head}</code>
          </p>
        </Notice>
      )}
      <p>
        <LinkButton look="plain" href={`/calls/${log.hall}/${log.day}/json`} download>
          {t('queue:calls.download')}
        </LinkButton>
      </p>
    </section>
  );
}
