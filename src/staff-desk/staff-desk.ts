import type { City } from '../kernel/city.ts';
import type { Page } from '../kernel/page/define-page.ts';
import { firstPage } from './first-page.ts';
import { scanPage } from './scan-page.tsx';
import { secretPages } from './secret-pages.tsx';
import { signInPages } from './sign-in-page.tsx';

/** The shell of the staff's desk: the door and the first page behind it. */
export const staffDesk = {
  folder: import.meta.dirname,
  pages: (city: City): readonly Page[] => [
    firstPage,
    scanPage(city),
    ...signInPages(city),
    ...secretPages(city),
  ],
};
