import type { Locale, Translate } from '../../kernel/i18n/translate.ts';
import type { SelectChoice } from '../../kernel/page/components/choice-field.tsx';

export interface ServiceChoice {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sector: string;
}

/** Services by sectors; each begins with its code, so that the keyboard finds it. */
export function serviceOptions(
  services: readonly ServiceChoice[],
  t: Translate,
  locale: Locale,
): readonly SelectChoice[] {
  return services.map(({ code, name, nameEn, sector }) => ({
    value: code,
    label: `${code} ${locale === 'uk' ? name : nameEn}`,
    group: t(`page:sector.${sector}.name`),
  }));
}
