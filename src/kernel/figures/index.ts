/** The figures for the shells: pages to show, routes to mount. */
import type { Page } from '../page/define-page.ts';
import type { System } from '../system.ts';
import { figureListPage } from './pages/figure-list-page.tsx';
import { figurePage } from './pages/figure-page.tsx';
import { rowsPage } from './pages/rows-page.tsx';

export { figureRoutes } from './figure-routes.ts';

/** `/figures`, `/figures/:id`, `/figures/:id/rows`. */
export function figurePages(systems: readonly System[]): readonly Page[] {
  const figures = systems.flatMap((system) => system.figures);
  return [figureListPage(systems), figurePage(figures), rowsPage(figures)];
}
