import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import type { ApplicationLine } from '../line-view.ts';
import { stateName } from '../words.ts';

/** Columns of a downloaded list: as on the screen, codes masked. */
export function lineColumns(t: Translate, locale: Locale): readonly ListColumn<ApplicationLine>[] {
  const title = (name: string) => t(`applications:columns.${name}`);
  return [
    { title: title('number'), width: 20, value: ({ number }) => number },
    { title: title('service'), width: 50, value: ({ service }) => service },
    { title: title('applicant'), width: 30, value: ({ applicant }) => applicant },
    { title: title('code'), width: 14, value: ({ applicantCode }) => applicantCode },
    { title: title('state'), width: 24, value: ({ state }) => stateName(state, locale) },
    { title: title('body'), width: 30, value: ({ body }) => body },
    { title: title('executor'), width: 28, value: ({ executor }) => executor },
    { title: title('registered'), width: 12, value: ({ registeredAt }) => kyivDate(registeredAt) },
    { title: title('due'), width: 12, value: ({ dueOn }) => dueOn },
  ];
}
