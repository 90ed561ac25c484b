import { defineSystem } from '../../kernel/system.ts';
import { dismissMail } from './actions/dismiss-mail.ts';
import { restoreMail } from './actions/restore-mail.ts';
import { getMail } from './queries/get-mail.ts';
import { listMail } from './queries/list-mail.ts';
import { seedMail } from './seed.ts';
import { letterPage } from './staff/letter-page.tsx';
import { mailPage } from './staff/mail-page.tsx';

export const incomingMail = defineSystem({
  name: 'incoming-mail',
  title: { uk: 'Вхідна пошта', en: 'Incoming mail' },
  folder: import.meta.dirname,
  actions: [dismissMail, restoreMail],
  queries: [listMail, getMail],
  pages: [mailPage, letterPage],
  menu: [
    {
      menu: 'staff',
      path: '/desk/mail',
      group: 'voice',
      label: 'incoming-mail:menu',
      order: 40,
      may: ['registrar'],
    },
  ],
  retention: [
    {
      table: 'kernel.incoming_letters',
      personalColumns: ['from_name', 'from_address', 'subject', 'body', 'dismissed_reason'],
      months: 12,
      since: 't.settled_at',
      article: 'Закон № 2297-VI, ст. 6, ч. 8: зареєстроване живе у справі, решта не потрібна',
    },
  ],
  seed: { run: (database, { demo, now }) => seedMail(database, demo, now) },
});
