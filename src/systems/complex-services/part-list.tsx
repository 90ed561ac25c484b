import { formatDate } from '../../kernel/calendar/kyiv-time.ts';
import { Notice } from '../../kernel/page/components/notice.tsx';
import { StatusTag } from '../../kernel/page/components/tags.tsx';
import { usePage } from '../../kernel/page/page-context.tsx';
import type { PartView, WholeView } from './whole-view.ts';
import { partTone } from './words.ts';

/** Each part: where it is, its own date, what was refused and why, and what it waits for. */
export function PartList({ parts }: { parts: readonly PartView[] }) {
  const { t } = usePage();
  return (
    <ol class="complex-parts" aria-label={t('complex-services:parts.title')}>
      {parts.map((part) => (
        <li key={part.no} value={part.no}>
          <PartOf part={part} />
        </li>
      ))}
    </ol>
  );
}

function PartOf({ part }: { part: PartView }) {
  const { t, locale } = usePage();
  const { state, number } = part;
  return (
    <>
      <p class="complex-part-name">
        <strong>{part.title[locale]}</strong>{' '}
        <StatusTag tone={partTone(state)}>{t(`complex-services:states.${state}`)}</StatusTag>
      </p>
      <p class="complex-part-facts">
        {[part.body, number, dateWords(part, t, locale)].filter((words) => words !== null).join(' · ')}
      </p>
      {part.waitsFor.length === 0 ? null : (
        <p>
          {t(`complex-services:parts.${state === 'blocked' ? 'waitedFor' : 'waitsFor'}`, {
            titles: part.waitsFor.map((title) => `«${title[locale]}»`).join(', '),
          })}
        </p>
      )}
      {part.toMend === null ? null : (
        <Notice kind="attention" title={t('complex-services:parts.toMend', { cureBy: part.toMend.cureBy })}>
          {part.toMend.reason}
        </Notice>
      )}
      {state === 'refused' ? <Refused part={part} /> : null}
    </>
  );
}

function dateWords(part: PartView, t: ReturnType<typeof usePage>['t'], locale: 'uk' | 'en'): string | null {
  if (part.endedOn !== null)
    return t('complex-services:parts.ended', { date: formatDate(part.endedOn, locale) });
  if (part.on === null) return part.state === 'standing' ? t('complex-services:parts.stands') : null;
  const key = part.state === 'waiting' ? 'expected' : 'due';
  return t(`complex-services:parts.${key}`, { date: formatDate(part.on, locale) });
}

/** A refusal says why, by which article, and how to appeal (Law 2073-IX art. 72, 80). */
function Refused({ part }: { part: PartView }) {
  const { t } = usePage();
  return (
    <div class="complex-refusal">
      <p>{t('complex-services:parts.why')}</p>
      <ul>
        {part.reasons.map(({ text, article }) => (
          <li key={text}>
            {text} <small>{article}</small>
          </li>
        ))}
      </ul>
      {part.note === null ? null : <p>{part.note}</p>}
      <p>
        {t('complex-services:parts.appeal')}{' '}
        <a href="/terms?rule=administrative-complaint">{t('complex-services:parts.appealTerms')}</a>
      </p>
      <p>{t('complex-services:parts.othersGoOn')}</p>
    </div>
  );
}

/** The one date, and why it is that one. */
export function OnePromise({ promise }: Pick<WholeView, 'promise'>) {
  const { t, locale } = usePage();
  if (promise === null) return null;
  const because = promise.because.map((title) => `«${title[locale]}»`).join(', ');
  return (
    <div class="complex-promise">
      <p class="complex-promise-date">
        {promise.on === null
          ? t('complex-services:promise.unknown')
          : t('complex-services:promise.by', { date: formatDate(promise.on, locale) })}
      </p>
      {promise.on === null ? null : <p>{t('complex-services:promise.because', { parts: because })}</p>}
      {promise.standing ? <p>{t('complex-services:promise.standing')}</p> : null}
    </div>
  );
}
