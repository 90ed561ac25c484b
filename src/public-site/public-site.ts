import type { City } from '../kernel/city.ts';
import { apiPages } from '../kernel/http/api-page.tsx';
import type { Page } from '../kernel/page/define-page.ts';
import { homePage } from './home-page.tsx';
import { preferencesPage } from './preferences-page.ts';
import { residentSignInPages } from './resident-sign-in.tsx';
import { textPages } from './text-pages.tsx';

/** The shell of the citizens' site: home, what it tells of itself, the API's manual, the reading preferences. */
export const publicSite = {
  folder: import.meta.dirname,
  pages: (city: City): readonly Page[] => [
    homePage(city),
    ...textPages,
    ...apiPages(city),
    preferencesPage,
    ...residentSignInPages(city),
  ],
};
