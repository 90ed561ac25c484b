import type { Translate } from '../../../kernel/i18n/translate.ts';
import type { WaitEstimate } from '../wait-estimate.ts';

/** «орієнтовно 10–20 хв», or honestly that nobody can tell. */
export function waitWords(t: Translate, wait: WaitEstimate | null): string {
  if (wait === null) return t('queue:wait.unknown');
  if (wait.from === 0 && wait.to <= 5) return t('queue:wait.soon');
  return t('queue:wait.between', { from: wait.from, to: wait.to });
}

/** «перед вами 3 людини», «ви наступні». */
export function aheadWords(t: Translate, ahead: number): string {
  return ahead === 0 ? t('queue:ahead.none') : t('queue:ahead.some', { count: ahead });
}
