import type { Locale, Translate } from '../i18n/translate.ts';
import type { ListColumn } from '../registers/list-column.ts';
import type { Figure } from './figure.ts';
import type { PublicRow } from './read-rows.ts';
import { shownColumns } from './rows-sql.ts';

/** The columns of a download of rows. */
export function rowsColumns(figure: Figure, locale: Locale, t: Translate): ListColumn<PublicRow>[] {
  return [
    { title: t('figures:date'), value: ({ date }) => date ?? t('figures:hidden'), width: 14 },
    ...shownColumns(figure).map(({ title }, index) => ({
      title: title[locale],
      value: (row: PublicRow) => (row.level === 'hidden' ? t('figures:hidden') : (row.values[index] ?? null)),
      width: 30,
    })),
    ...(figure.synthetic === undefined
      ? []
      : [
          { title: t('figures:synthetic.column'), value: ({ synthetic }: PublicRow) => synthetic, width: 30 },
        ]),
  ];
}
