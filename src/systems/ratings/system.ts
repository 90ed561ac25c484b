import { defineSystem } from '../../kernel/system.ts';
import { rateVisit } from './actions/rate-visit.ts';
import { positiveFigure, ratingsFigure } from './figures.ts';
import { ratePage, thanksPage } from './public/rate-page.tsx';
import { listRatings } from './queries/list-ratings.ts';
import { ratingsPage } from './staff/ratings-page.tsx';

export const ratings = defineSystem({
  name: 'ratings',
  title: { uk: 'Оцінки якості', en: 'Ratings' },
  folder: import.meta.dirname,
  actions: [rateVisit],
  queries: [listRatings],
  pages: [ratePage, thanksPage, ratingsPage],
  menu: [{ menu: 'staff', path: '/desk/ratings', label: 'ratings:menu', order: 60, may: ['head'] }],
  figures: [positiveFigure, ratingsFigure],
  retention: [
    {
      table: 'ratings.ratings',
      personalColumns: ['comment'],
      months: 12,
      article: 'Закон № 2297-VI ст. 6: не довше, ніж потрібно для мети',
    },
  ],
});
