import { defineSystem } from '../../kernel/system.ts';
import { publishReport } from './actions/publish-report.ts';
import { lastReportPage, reportPage, reportPrintPage } from './public/report-page.tsx';
import { lastYearQuery } from './queries/last-year.ts';
import { report } from './queries/report.ts';

export const centreReport = defineSystem({
  name: 'centre-report',
  title: { uk: 'Звіт Центру', en: 'Report of the Centre' },
  folder: import.meta.dirname,
  actions: [publishReport],
  queries: [report, lastYearQuery],
  pages: [lastReportPage, reportPage, reportPrintPage],
  menu: [
    { menu: 'resident', path: '/report', group: 'open-city', label: 'centre-report:menu.report', order: 80 },
    {
      menu: 'resident',
      path: '/figures',
      group: 'open-city',
      label: 'centre-report:menu.figures',
      order: 85,
    },
    {
      menu: 'staff',
      path: '/report',
      group: 'open-city',
      label: 'centre-report:menu.report',
      order: 80,
      may: ['head', 'auditor'],
    },
  ],
});
