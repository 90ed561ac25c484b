import type { OpenedCase } from '../../kernel/cases/index.ts';

export function viewSteps(steps: OpenedCase['steps']) {
  return steps.map(({ date, text, article }) => ({
    date,
    text: { key: text.key, params: { ...text.params } },
    article,
  }));
}
