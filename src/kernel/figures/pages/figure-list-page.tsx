import { definePage, type Page, view } from '../../page/define-page.ts';
import { DataTable } from '../../page/components/data-table.tsx';
import type { System } from '../../system.ts';
import type { Figure } from '../figure.ts';

/** `/figures`: all that the city counts. */
export function figureListPage(systems: readonly System[]): Page {
  return definePage({
    path: '/figures',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 60,
    get: async ({ t, locale }) =>
      view(
        t('figures:title'),
        <>
          <h1>{t('figures:title')}</h1>
          <p class="lead">{t('figures:lead')}</p>
          {systems
            .filter(({ figures }) => figures.length > 0)
            .map((system) => (
              <section key={system.name}>
                <h2>{system.title[locale]}</h2>
                <DataTable<Figure>
                  caption={system.title[locale]}
                  captionHidden
                  rows={system.figures}
                  keyOf={({ id }) => id}
                  columns={[
                    {
                      key: 'title',
                      title: t('figures:figure'),
                      heading: true,
                      cell: ({ id, title }) => <a href={`/figures/${id}`}>{title[locale]}</a>,
                    },
                    {
                      key: 'definition',
                      title: t('figures:definition'),
                      cell: ({ definition }) => definition[locale],
                    },
                  ]}
                />
              </section>
            ))}
          <p>
            <a href="/api/figures">{t('figures:json')}</a>
          </p>
        </>,
      ),
  });
}
