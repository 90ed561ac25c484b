import type { ComponentChildren } from 'preact';
import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { usePage } from '../page-context.tsx';

export interface TimelineEntry {
  readonly key: string;
  readonly title: ComponentChildren;
  /** A `Date` is a moment that was; a string says in words when a step ahead is awaited. */
  readonly at: Date | string;
  readonly step?: 'done' | 'now' | 'ahead';
  readonly note?: ComponentChildren;
  /** The body that held the case from this event on. */
  readonly holder?: string;
  /** How many days it held it. */
  readonly days?: number;
}

export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) {
  const { t, locale } = usePage();
  return (
    <ol class="timeline" aria-label={label ?? t('page:timeline.title')}>
      {entries.map((entry) => (
        <li
          key={entry.key}
          data-step={entry.step ?? 'done'}
          aria-current={entry.step === 'now' ? 'step' : undefined}
        >
          <p class="timeline-title">{entry.title}</p>
          <p class="timeline-when">
            {typeof entry.at === 'string' ? (
              entry.at
            ) : (
              <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at, locale)}</time>
            )}
          </p>
          {entry.note === undefined ? null : <p class="timeline-note">{entry.note}</p>}
          <Holder entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function Holder({ entry: { holder, days, step } }: { entry: TimelineEntry }) {
  const { t } = usePage();
  if (holder === undefined) return null;
  return (
    <p class="timeline-holder">
      {t(step === 'now' ? 'page:timeline.holder' : 'page:timeline.held', { holder })}
      {days === undefined ? null : (
        <>
          {' · '}
          <span class="timeline-days">{t('page:timeline.days', { count: days })}</span>
        </>
      )}
    </p>
  );
}
