import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage } from '../../../kernel/page/define-page.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { LIST_FORMATS, listDownload } from '../../../kernel/registers/list-download.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { listRows, type RowView } from '../queries/list-rows.ts';
import { readable, roleWords } from '../words.ts';
import { askedOf } from './journal-page.tsx';

const MOST = 5000;

/** The rows that the page's filters leave, five thousand at most; hashes stay hashes. */
export const journalDownloads = LIST_FORMATS.map((format) =>
  definePage({
    path: `/desk/journal/rows.${format}`,
    may: ['auditor', 'it'],
    shell: 'staff',
    async get(request) {
      const { rows } = await request.ask(listRows, { ...askedOf(request), limit: MOST });
      return listDownload(columns(request.t, request.locale), rows, format, 'journal');
    },
  }),
);

function columns(t: Translate, locale: Locale): readonly ListColumn<RowView>[] {
  return [
    { title: '№', value: ({ id }) => id },
    { title: t('journal:table.at'), value: ({ recordedAt }) => formatDateTime(recordedAt, locale) },
    { title: t('journal:table.occurredAt'), value: ({ occurredAt }) => formatDateTime(occurredAt, locale) },
    { title: t('journal:table.who'), value: ({ actorName }) => actorName },
    { title: t('journal:table.roles'), value: ({ actorRoles }) => roleWords(actorRoles, t) },
    { title: t('journal:table.unit'), value: ({ unit }) => unit },
    { title: t('journal:table.what'), value: ({ title, name }) => title?.[locale] ?? name },
    { title: t('journal:table.code'), value: ({ name }) => name },
    {
      title: t('journal:table.subjects'),
      value: ({ subjects }) => subjects.map(({ kind, id, number }) => number ?? `${kind} ${id}`).join(', '),
    },
    { title: t('journal:looks.why'), value: ({ reason }) => reason },
    { title: t('journal:table.input'), value: ({ input }) => readable(input).slice(0, 30_000) },
  ];
}
