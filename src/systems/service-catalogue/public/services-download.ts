import { definePage, type Page } from '../../../kernel/page/define-page.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { listDownload, type ListFormat } from '../../../kernel/registers/list-download.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { searchServicesQuery } from '../queries/search-services.ts';
import { termWords } from '../service-words.ts';
import type { ListedService } from './service-list.tsx';
import { askedOf } from './services-page.tsx';

/** The list as it was searched, whole, for a spreadsheet. */
export const servicesDownloads: readonly Page[] = [download('xlsx'), download('csv')];

function download(format: ListFormat): Page {
  return definePage({
    path: `/services.${format}`,
    may: 'anyone',
    shell: 'resident',
    get: async (request) => {
      const { services } = await request.ask(searchServicesQuery, askedOf(request));
      const columns = columnsOf(request.t, request.locale);
      return listDownload(columns, services, format, request.t('service-catalogue:list.file'));
    },
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<ListedService>[] {
  const column = (
    field: string,
    width: number,
    value: ListColumn<ListedService>['value'],
  ): ListColumn<ListedService> => ({ title: t(`service-catalogue:file.${field}`), width, value });
  return [
    column('code', 8, ({ code }) => code),
    column('name', 70, ({ name, nameEn }) => (locale === 'uk' ? name : nameEn)),
    column('sector', 18, ({ sector }) => t(`page:sector.${sector}.name`)),
    column('provider', 60, ({ providers }) =>
      providers.map((one) => (locale === 'uk' ? one.name : one.nameEn)).join('\n'),
    ),
    column('term', 16, ({ term }) => termWords(term, t)),
    column('article', 40, ({ term }) => term.article),
    column('price', 12, ({ price }) => (price === null ? null : Number(price))),
    column('documents', 60, ({ documents }) => documents.join('\n')),
    column('result', 40, ({ result }) => result),
    column('online', 24, ({ online }) => online),
    column('validFrom', 12, ({ validFrom }) => validFrom),
  ];
}
