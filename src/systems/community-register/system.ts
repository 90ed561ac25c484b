import { defineSystem } from '../../kernel/system.ts';
import { workOn } from '../../kernel/jobs/task.ts';
import { changeResidentAction } from './actions/change-resident.ts';
import { checkImport } from './actions/check-import.ts';
import { deregisterResidence } from './actions/deregister-residence.ts';
import { enterResident } from './actions/enter-resident.ts';
import { issueCertificate } from './actions/issue-certificate.ts';
import { linkParentAction } from './actions/link-parent.ts';
import { registerResidence } from './actions/register-residence.ts';
import { resendMessage } from './actions/resend-message.ts';
import { runImport } from './actions/run-import.ts';
import { registerFigures } from './figures.ts';
import { importQueue } from './import-store.ts';
import { collectNameWords } from './jobs/collect-name-words.ts';
import { exchangeMessages } from './jobs/exchange-messages.ts';
import { REGISTER_ROLES } from './own-desk.ts';
import { verifyPage, verifiedPage } from './public/verify-page.tsx';
import { findHousehold } from './queries/find-household.ts';
import { findResidentsQuery } from './queries/find-residents.ts';
import { getCertificate } from './queries/get-certificate.ts';
import { getImport, listImports } from './queries/get-import.ts';
import { getResident } from './queries/get-resident.ts';
import { listMessages } from './queries/list-messages.ts';
import { looksAtResident } from './queries/looks-at-resident.ts';
import { matchAddress } from './queries/match-address.ts';
import { prefillResident } from './queries/prefill-resident.ts';
import { verifyCertificate } from './queries/verify-certificate.ts';
import { seedResidents } from './seed/seed-residents.ts';
import { certificatePage } from './staff/certificate-page.ts';
import { enterPage } from './staff/enter-page.tsx';
import { exchangePage } from './staff/exchange-page.tsx';
import { householdPage } from './staff/household-page.tsx';
import { importBadRows, importPage, importsPage } from './staff/import-pages.tsx';
import { looksPage } from './staff/looks-page.tsx';
import { residentPage } from './staff/resident-page.tsx';
import { residentsDownload, residentsPage } from './staff/residents-page.tsx';

const ARTICLE = 'Закон № 1871-IX; постанова КМУ № 265 від 07.02.2022';

export const communityRegister = defineSystem({
  name: 'community-register',
  title: { uk: 'Реєстр територіальної громади', en: 'Register of the territorial community' },
  folder: import.meta.dirname,
  actions: [
    enterResident,
    registerResidence,
    deregisterResidence,
    changeResidentAction,
    linkParentAction,
    issueCertificate,
    checkImport,
    runImport,
    resendMessage,
  ],
  queries: [
    findResidentsQuery,
    getResident,
    findHousehold,
    looksAtResident,
    getCertificate,
    verifyCertificate,
    prefillResident,
    matchAddress,
    getImport,
    listImports,
    listMessages,
  ],
  pages: [
    verifyPage,
    verifiedPage,
    residentsPage,
    residentsDownload,
    enterPage,
    importsPage,
    importPage,
    importBadRows,
    exchangePage,
    householdPage,
    residentPage,
    looksPage,
    certificatePage,
  ],
  menu: [
    {
      menu: 'staff',
      path: '/desk/residents',
      group: 'registers',
      label: 'community-register:menu',
      order: 60,
      may: REGISTER_ROLES,
    },
  ],
  figures: registerFigures,
  jobs: [workOn(importQueue), exchangeMessages, collectNameWords],
  retention: [
    {
      table: 'community_register.residents',
      personalColumns: ['name', 'birth_date', 'address', 'sex', 'rnokpp', 'unzr', 'document_number'],
      months: null,
      article: `${ARTICLE}: доки особа проживає в громаді`,
    },
    {
      table: 'community_register.residences',
      personalColumns: ['address_line', 'flat', 'consent_by'],
      months: null,
      article: `${ARTICLE}: доки особа проживає в громаді`,
    },
    {
      table: 'community_register.changes',
      personalColumns: ['before', 'after'],
      months: null,
      article: `${ARTICLE}: разом із записом про особу`,
    },
    {
      table: 'community_register.certificates',
      personalColumns: ['content', 'purpose'],
      months: 36,
      since: 't.issued_at',
      article: 'Наказ Мін’юсту № 578/5: копії виданих довідок',
    },
    {
      table: 'community_register.messages',
      personalColumns: ['payload'],
      months: 12,
      since: 't.made_at',
      article: 'Закон № 2297-VI ст. 6: не довше, ніж потрібно для обміну',
    },
    {
      table: 'community_register.import_rows',
      personalColumns: ['data'],
      months: 1,
      since: '(select i.started_at from community_register.imports i where i.id = t.import_id)',
      article: 'Закон № 2297-VI ст. 6: лише на час перевірки і внесення',
    },
  ],
  seed: { run: seedResidents },
});
