import { defineSystem } from '../../kernel/system.ts';
import { controlOfTerms } from './queries/control-of-terms.ts';
import { findCases } from './queries/find-cases.ts';
import { listOpenCases } from './queries/list-open-cases.ts';
import { myDecisions } from './queries/my-decisions.ts';
import { myWork } from './queries/my-work.ts';
import { MY_WORK, TERMS } from './shown.ts';
import { decisionsPage } from './staff/decisions-page.tsx';
import { myWorkPage } from './staff/my-work-page.tsx';
import { termCasesPage } from './staff/term-cases-page.tsx';
import { termsPage, termsPrintPage } from './staff/terms-page.tsx';

export const desk = defineSystem({
  name: 'desk',
  title: { uk: 'Робоче місце', en: 'Desk' },
  folder: import.meta.dirname,
  queries: [myWork, myDecisions, controlOfTerms, listOpenCases, findCases],
  pages: [myWorkPage, decisionsPage, termsPage, termCasesPage, termsPrintPage],
  menu: [
    { menu: 'staff', path: '/desk', label: 'desk:menu.work', order: 1, may: MY_WORK },
    { menu: 'staff', path: '/desk/decisions', label: 'desk:menu.decisions', order: 2, may: ['leader'] },
    { menu: 'staff', path: '/desk/terms', label: 'desk:menu.terms', order: 12, may: TERMS },
  ],
});
