import { CASE_CLOSED } from '../../kernel/retention/erase-by-retention.ts';
import { defineSystem } from '../../kernel/system.ts';
import { fileComplex } from './actions/file-complex.ts';
import { importPlans, publishPlan } from './actions/publish-plan.ts';
import { resendPart } from './actions/resend-part.ts';
import { COMPLEX_SERVICE } from './complex-case.ts';
import { figures } from './figures.ts';
import { followPartsJob } from './jobs/follow-parts.ts';
import { tellApplicants } from './jobs/tell-applicants.ts';
import { filePage } from './public/file-page.tsx';
import { lifePage, planPage } from './public/life-pages.tsx';
import { trackPage } from './public/track-page.tsx';
import { getComplexQuery } from './queries/get-complex.ts';
import { getPlanQuery } from './queries/get-plan.ts';
import { listComplex } from './queries/list-complex.ts';
import { listPlanVersions } from './queries/list-plan-versions.ts';
import { listPlansQuery } from './queries/list-plans.ts';
import { trackComplex } from './queries/track-complex.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { seedPlans } from './seed/seed-plans.ts';
import { casePage } from './staff/case-page.tsx';
import { listPage } from './staff/list-page.tsx';
import { newPage } from './staff/new-page.tsx';
import { exportPage, importPage } from './staff/plan-files.tsx';
import { planEditPage, plansPage } from './staff/plans-page.tsx';
import { receiptPage } from './staff/receipt-page.tsx';
import { complexWork } from './work.ts';

export const complexServices = defineSystem({
  name: 'complex-services',
  title: { uk: 'Комплексні послуги', en: 'Complex services' },
  folder: import.meta.dirname,
  actions: [fileComplex, resendPart, publishPlan, importPlans],
  queries: [listPlansQuery, getPlanQuery, trackComplex, getComplexQuery, listComplex, listPlanVersions],
  pages: [
    lifePage,
    planPage,
    filePage,
    trackPage,
    listPage,
    newPage,
    casePage,
    receiptPage,
    plansPage,
    planEditPage,
    exportPage,
    importPage,
  ],
  menu: [
    { menu: 'resident', path: '/life', group: 'centre', label: 'complex-services:menu.life', order: 12 },
    {
      menu: 'staff',
      path: '/desk/complex',
      group: 'centre',
      label: 'complex-services:menu.list',
      order: 16,
      may: ['administrator', 'head', 'auditor'],
    },
    {
      menu: 'staff',
      path: '/desk/plans',
      group: 'registers',
      label: 'complex-services:menu.plans',
      order: 46,
      may: ['head', 'it'],
    },
  ],
  figures,
  caseKinds: [COMPLEX_SERVICE],
  work: [complexWork],
  jobs: [followPartsJob, tellApplicants],
  retention: [
    {
      table: 'complex_services.applications',
      personalColumns: ['answers'],
      months: 60,
      since: CASE_CLOSED,
      article: 'Наказ Мін’юсту 578/5 від 12.04.2012',
    },
  ],
  seed: {
    async run(database, { demo, now }) {
      await seedPlans(database);
      if (demo) await seedDemo(database, now);
    },
  },
});
