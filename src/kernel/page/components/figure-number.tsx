import type { ComponentChildren } from 'preact';
import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { usePage } from '../page-context.tsx';

export interface FigureNumberProps {
  readonly name: string;
  /** Already formatted: «95 909», «98,2 %». */
  readonly value: string;
  /** Its definition in one sentence. */
  readonly definition?: string;
  /** The rows it was counted from. */
  readonly href?: string;
  /** The year before, formatted. */
  readonly before?: string;
  readonly note?: ComponentChildren;
  readonly countedAt?: Date;
}

/** The number first, then what it is; the number leads to its rows. */
export function FigureNumber(props: FigureNumberProps) {
  const { t, locale } = usePage();
  const facts = [
    ...(props.before === undefined ? [] : [t('page:figure.before', { value: props.before })]),
    ...(props.countedAt === undefined
      ? []
      : [t('page:figure.counted', { moment: formatDateTime(props.countedAt, locale) })]),
  ];
  return (
    <div class="figure-number">
      <p class="figure-head">
        {props.href === undefined ? (
          <span class="figure-value">{props.value}</span>
        ) : (
          <a class="figure-value" href={props.href}>
            {props.value}
          </a>
        )}{' '}
        <span class="figure-name">{props.name}</span>
      </p>
      {props.definition === undefined ? null : <p class="figure-note">{props.definition}</p>}
      {facts.length === 0 ? null : <p class="figure-note">{facts.join(' · ')}</p>}
      {props.note === undefined ? null : <p class="figure-note">{props.note}</p>}
    </div>
  );
}

/** Several numbers in a row. */
export function FigureRow({ children }: { children: ComponentChildren }) {
  return <div class="figures">{children}</div>;
}
