import { tellValue } from '../kernel/figures/tell-figure.ts';
import { FigureNumber, FigureRow } from '../kernel/page/components/figure-number.tsx';
import { usePage } from '../kernel/page/page-context.tsx';
import type { TodayFigure } from '../systems/centre-report/index.ts';

/** The city's figures of today; each opens into the rows it was counted from. */
export function CityToday({ figures }: { figures: readonly TodayFigure[] }) {
  const { t, locale } = usePage();
  return (
    <section class="home-part" aria-labelledby="city-today">
      <h2 id="city-today">{t('public-site:today.title')}</h2>
      <FigureRow>
        {figures.map(({ figure, total, path }) => (
          <FigureNumber
            key={figure.id}
            name={figure.title[locale]}
            value={
              total.suppressed
                ? t('public-site:today.few', { below: figure.suppressBelow })
                : tellValue(figure, total.value, locale)
            }
            href={path}
            note={figure.unit[locale]}
          />
        ))}
      </FigureRow>
      <p>
        <a href="/report">{t('public-site:today.report')}</a>
        {' · '}
        <a href="/figures">{t('public-site:today.figures')}</a>
      </p>
    </section>
  );
}
