import type { ComponentChildren } from 'preact';
import { useT } from '../page-context.tsx';

export interface Step {
  /** What was done in this step, in a sentence. */
  readonly text: ComponentChildren;
  /** «ч. 1 ст. 10 Закону…». */
  readonly article?: string;
  /** What came of it: a date, a count of days. */
  readonly result?: ComponentChildren;
}

/** How a term was counted, step by step, each with its article. */
export function Steps({ steps, label }: { steps: readonly Step[]; label?: string }) {
  const t = useT();
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={index}>
          <span>{step.text}</span>
          <span class="steps-result">{step.result}</span>
          {step.article === undefined ? null : (
            <span class="steps-article">{t('page:steps.article', { article: step.article })}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
