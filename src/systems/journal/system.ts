import { defineSystem } from '../../kernel/system.ts';
import { looksPage } from './public/looks-page.tsx';
import { listRows } from './queries/list-rows.ts';
import { looksAtCase } from './queries/looks-at-case.ts';
import { sealState } from './queries/seal-state.ts';
import { journalDownloads } from './staff/journal-download.ts';
import { journalPage } from './staff/journal-page.tsx';

/** The auditor's room, and the citizen's right to know who looked. The journal itself is the kernel's. */
export const journal = defineSystem({
  name: 'journal',
  title: { uk: 'Журнал', en: 'Journal' },
  folder: import.meta.dirname,
  queries: [listRows, sealState, looksAtCase],
  pages: [looksPage, journalPage, ...journalDownloads],
  menu: [
    {
      menu: 'staff',
      path: '/desk/journal',
      group: 'house',
      label: 'journal:menu',
      order: 3,
      may: ['auditor', 'it'],
    },
  ],
});
