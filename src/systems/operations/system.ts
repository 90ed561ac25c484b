import { defineSystem } from '../../kernel/system.ts';
import { retryLetters } from './actions/retry-letters.ts';
import { retryTasks } from './actions/retry-tasks.ts';
import { house } from './queries/house.ts';
import { operationsPage } from './staff/operations-page.tsx';

/** The IT person's room: what runs, what waits, and what to do next. */
export const operations = defineSystem({
  name: 'operations',
  title: { uk: 'Стан системи', en: 'Operations' },
  folder: import.meta.dirname,
  actions: [retryLetters, retryTasks],
  queries: [house],
  pages: [operationsPage],
  menu: [
    {
      menu: 'staff',
      path: '/desk/operations',
      group: 'house',
      label: 'operations:menu',
      order: 2,
      may: ['it'],
    },
  ],
});
