import type { Translate } from '../../../kernel/i18n/translate.ts';
import type { SimilarAppeal } from '../similar-store.ts';

/** «той самий автор · текст схожий на 64 %». */
export function whyAlike(
  { sameAuthor, sameAddress, likeness }: Pick<SimilarAppeal, 'sameAuthor' | 'sameAddress' | 'likeness'>,
  t: Translate,
): string {
  return [
    sameAuthor ? t('appeals:similar.author') : '',
    sameAddress ? t('appeals:similar.address') : '',
    t('appeals:similar.text', { likeness }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
