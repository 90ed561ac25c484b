import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { AnswerList } from './answer-list.tsx';
import type { Application } from './case-page.tsx';
import { FamilyList } from './family-list.tsx';

export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly article: string;
}

export function CaseFacts({ found, reasons }: { found: Application; reasons: readonly Reason[] }) {
  const { t, locale } = usePage();
  const term = (name: string) => t(`applications:case.${name}`);
  const { contacts, decision } = found;
  return (
    <>
      <h2>{t('applications:case.facts')}</h2>
      <SummaryList
        lines={[
          { term: term('applicant'), value: found.applicant },
          { term: term('code'), value: found.applicantCode },
          { term: term('passport'), value: contacts?.passport },
          { term: term('phone'), value: contacts?.phone },
          { term: term('email'), value: contacts?.email },
          { term: term('address'), value: contacts?.address },
          { term: term('body'), value: found.body },
          { term: term('executor'), value: found.executor },
          { term: term('channel'), value: t(`applications:channels.${found.channel}`) },
          { term: term('registered'), value: formatDateTime(found.registeredAt, locale) },
          { term: term('decided'), value: decision === null ? null : formatDate(decision.on, locale) },
          { term: term('note'), value: decision?.note },
        ]}
      />
      {decision === null || decision.reasons.length === 0 ? null : (
        <Listed title={term('reasons')} lines={decision.reasons.map((code) => reasonText(code, reasons))} />
      )}
      <FamilyList family={found.family} />
      <AnswerList answers={found.answers} />
      {found.documents.length === 0 ? null : <Listed title={term('documents')} lines={found.documents} />}
      <Files found={found} />
      {found.pauses.length === 0 ? null : (
        <Listed
          title={term('pauses')}
          lines={found.pauses.map(({ on, reason, cureBy }) =>
            t('applications:case.pause', { on, reason, cureBy }),
          )}
        />
      )}
    </>
  );
}

function reasonText(code: string, reasons: readonly Reason[]): string {
  const found = reasons.find((reason) => reason.code === code);
  return found === undefined ? code : `${found.text} (${found.article})`;
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Files({ found }: { found: Application }) {
  const { t } = usePage();
  if (found.files.length === 0) return null;
  return (
    <>
      <h3>{t('applications:case.files')}</h3>
      <ul>
        {found.files.map(({ id, name }) => (
          <li key={id}>
            <a href={`/files/${id}`}>{name}</a>
            {id === found.resultFileId ? ` · ${t('applications:case.result')}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
