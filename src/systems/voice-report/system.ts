import { defineSystem } from '../../kernel/system.ts';
import { publishReport } from './actions/publish-report.ts';
import { formPage } from './public/form-page.tsx';
import { lastVoicePage, voicePage, voicePrintPage } from './public/report-page.tsx';
import { versionPage, versionPrintPage } from './public/version-page.tsx';
import { publishedVersion, report, shownVoice } from './queries/report.ts';
import { seedPublication } from './seed.ts';

export const voiceReport = defineSystem({
  name: 'voice-report',
  title: { uk: 'Звіт про звернення', en: 'Report on appeals' },
  folder: import.meta.dirname,
  actions: [publishReport],
  queries: [report, shownVoice, publishedVersion],
  pages: [lastVoicePage, voicePage, voicePrintPage, formPage, versionPage, versionPrintPage],
  seed: { run: (database, { demo, now }) => seedPublication(database, demo, now) },
  menu: [
    { menu: 'resident', path: '/voice', group: 'open-city', label: 'voice-report:menu.report', order: 82 },
    {
      menu: 'staff',
      path: '/voice',
      group: 'voice',
      label: 'voice-report:menu.report',
      order: 90,
      may: ['registrar', 'leader', 'operator', 'auditor', 'head'],
    },
  ],
});
