import type { Translate } from '../../i18n/translate.ts';

/** Who holds a case: the body by its name, the others by what they are. */
export function holderName(kind: string, name: string | null, t: Translate): string {
  return kind === 'body' && name !== null ? name : t(`cases:holders.${kind}`);
}
