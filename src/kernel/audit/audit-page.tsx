import { sql } from 'kysely';
import { formatDateTime } from '../calendar/kyiv-time.ts';
import type { City } from '../city.ts';
import { formatNumber } from '../i18n/format-number.ts';
import { SummaryList } from '../page/components/summary-list.tsx';
import { definePage, type Page, type PageRequest, view } from '../page/define-page.ts';
import type { Head } from './head.ts';

/** `/audit`: how anyone can check that the journal was not rewritten. */
export function auditPage(city: City): Page {
  const publicKey = city.secrets.sealPublicKey.export({ type: 'spki', format: 'pem' }).toString();
  return definePage({
    path: '/audit',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 5,
    get: async (request) => {
      const head = await findLastHead(city);
      return view(
        request.t('audit:page.title'),
        <AuditText request={request} head={head} publicKey={publicKey} />,
      );
    },
  });
}

type LastHead = Pick<Head, 'batch' | 'last' | 'head' | 'sealedAt'>;

async function findLastHead(city: City): Promise<LastHead | undefined> {
  const result = await sql<LastHead>`
    select batch, last_position as last, head, sealed_at as "sealedAt"
      from kernel.audit_seals order by batch desc limit 1`.execute(city.connections.database);
  return result.rows[0];
}

function AuditText({
  request,
  head,
  publicKey,
}: {
  request: PageRequest;
  head: LastHead | undefined;
  publicKey: string;
}) {
  const { t } = request;
  return (
    <>
      <h1>{t('audit:page.title')}</h1>
      <p class="lead">{t('audit:page.lead')}</p>
      <h2>{t('audit:page.state')}</h2>
      {head === undefined ? <p>{t('audit:page.empty')}</p> : <State request={request} head={head} />}
      <h2>{t('audit:page.howTitle')}</h2>
      <ol>
        {(['how1', 'how2', 'how3', 'how4'] as const).map((key) => (
          <li key={key}>{t(`audit:page.${key}`)}</li>
        ))}
      </ol>
      <h2>{t('audit:page.checkTitle')}</h2>
      <ol>
        {(['check1', 'check2', 'check3'] as const).map((key) => (
          <li key={key}>{t(`audit:page.${key}`)}</li>
        ))}
      </ol>
      <p>
        <a href="/audit/heads.jsonl">{t('audit:page.download')}</a>
      </p>
      <h2>{t('audit:page.key')}</h2>
      <pre>{publicKey}</pre>
    </>
  );
}

function State({ request, head }: { request: PageRequest; head: LastHead }) {
  const { t, locale } = request;
  const lines = [
    { term: t('audit:page.rows'), value: formatNumber(head.last, locale) },
    { term: t('audit:page.sealedAt'), value: formatDateTime(head.sealedAt, locale) },
    { term: t('audit:page.batch'), value: formatNumber(head.batch, locale) },
    { term: t('audit:page.head'), value: <code>{head.head.toString('hex')}</code> },
  ];
  return <SummaryList lines={lines} />;
}
