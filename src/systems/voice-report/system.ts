import { defineSystem } from '../../kernel/system.ts';
import { formPage } from './public/form-page.tsx';
import { lastVoicePage, voicePage, voicePrintPage } from './public/report-page.tsx';
import { report, shownVoice } from './queries/report.ts';

export const voiceReport = defineSystem({
  name: 'voice-report',
  title: { uk: 'Звіт про звернення', en: 'Report on appeals' },
  folder: import.meta.dirname,
  queries: [report, shownVoice],
  pages: [lastVoicePage, voicePage, voicePrintPage, formPage],
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
