import { definePage } from '../../../kernel/page/define-page.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { KIND_WORDS } from '../address.ts';
import { listStreets } from '../queries/list-streets.ts';
import { askedStreets } from './street-table.tsx';
import { formerWords } from './street-words.ts';

/** The streets as they were searched, as a file. */
export const streetsDownload = definePage({
  path: '/addresses/data',
  may: 'anyone',
  shell: 'resident',
  get: async (request) => {
    const { t, locale } = request;
    const { offset: _, ...asked } = askedStreets(request);
    const { streets } = await request.ask(listStreets, { ...asked, limit: 10_000 });
    const { format } = request.query;
    return listDownload(
      [
        { title: t('address-register:fields.kind'), width: 14, value: ({ kind }) => KIND_WORDS[kind].full },
        { title: t('address-register:fields.name'), width: 34, value: ({ name }) => name },
        { title: t('address-register:list.former'), width: 50, value: (one) => formerWords(one, t, locale) },
        { title: t('address-register:fields.from'), width: 14, value: ({ since }) => since },
        { title: t('address-register:fields.act'), width: 40, value: ({ act }) => act },
        { title: t('address-register:list.houses'), width: 12, value: ({ houses }) => houses },
        { title: t('address-register:fields.settlement'), width: 20, value: ({ settlement }) => settlement },
      ],
      streets,
      isListFormat(format) ? format : 'xlsx',
      t('address-register:list.file'),
    );
  },
});
