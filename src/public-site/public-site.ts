import type { City } from '../kernel/city.ts';
import type { Page } from '../kernel/page/define-page.ts';
import { homePage } from './home-page.tsx';
import { preferencesPage } from './preferences-page.ts';

/** The shell of the citizens' site: home and the reading preferences. */
export const publicSite = {
  folder: import.meta.dirname,
  pages: (_city: City): readonly Page[] => [homePage, preferencesPage],
};
