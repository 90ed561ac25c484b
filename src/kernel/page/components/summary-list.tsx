import type { ComponentChildren } from 'preact';

export interface SummaryLine {
  readonly term: string;
  readonly value: ComponentChildren;
  /** A link to change it. */
  readonly action?: ComponentChildren;
}

/** What is known or was answered; lines without a value are left out. */
export function SummaryList({ lines }: { lines: readonly SummaryLine[] }) {
  return (
    <dl class="summary">
      {lines
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map((line) => (
          <div key={line.term}>
            <dt>{line.term}</dt>
            <dd>{line.value}</dd>
            {line.action === undefined ? null : <dd>{line.action}</dd>}
          </div>
        ))}
    </dl>
  );
}
