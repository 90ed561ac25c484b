import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { streetLine } from '../address.ts';
import type { StreetLine } from '../queries/list-streets.ts';

/** «вул. Дворцова (до 12 травня 2022)», the newest first. */
export function formerWords({ formerNames }: StreetLine, t: Translate, locale: Locale): string {
  return formerNames
    .map((former) =>
      t('address-register:street.until', {
        name: streetLine(former),
        day: formatDate(former.validTo, locale),
      }),
    )
    .join('; ');
}
