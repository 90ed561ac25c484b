import { defineSystem } from '../../kernel/system.ts';
import { addDevice } from './actions/add-device.ts';
import { changeDevice } from './actions/change-device.ts';
import { enrolDevice } from './actions/enrol-device.ts';
import { printAgain } from './actions/print-again.ts';
import { printAtDesk, printFromDevice } from './actions/print-paper.ts';
import { printTest } from './actions/print-test.ts';
import { renewCode } from './actions/renew-code.ts';
import { notePaperSignature, requestSignature, withdrawSignature } from './actions/request-signature.ts';
import { revokeDevice } from './actions/revoke-device.ts';
import { savePrinter } from './actions/save-printer.ts';
import { signOnTablet } from './actions/sign-on-tablet.ts';
import { deviceFeed, signatureFeed } from './device-live.ts';
import { forgetRollsJob, printJob } from './printing/run-print-jobs.ts';
import { devicePage } from './public/device-page.tsx';
import { tabletPage } from './public/tablet-page.tsx';
import { getDeviceQuery, listDevices } from './queries/list-devices.ts';
import { listPrintJobs } from './queries/list-print-jobs.ts';
import { listPrinters } from './queries/list-printers.ts';
import { caseSignatures, signatureDrawing, tabletTask } from './queries/signature-queries.ts';
import { thisDevice } from './queries/this-device.ts';
import { seedDevices } from './seed.ts';
import { devicePageAtDesk } from './staff/device-page.tsx';
import { devicesPage } from './staff/devices-page.tsx';
import { papersPage } from './staff/papers-page.tsx';
import { printersPage } from './staff/printers-page.tsx';
import { signatureDrawingPage, signaturesPage } from './staff/signatures-page.tsx';

export const devices = defineSystem({
  name: 'devices',
  title: { uk: 'Обладнання', en: 'Devices' },
  folder: import.meta.dirname,
  actions: [
    addDevice,
    renewCode,
    changeDevice,
    revokeDevice,
    enrolDevice,
    savePrinter,
    printTest,
    printFromDevice,
    printAtDesk,
    printAgain,
    requestSignature,
    notePaperSignature,
    withdrawSignature,
    signOnTablet,
  ],
  queries: [
    thisDevice,
    listDevices,
    getDeviceQuery,
    listPrinters,
    listPrintJobs,
    tabletTask,
    caseSignatures,
    signatureDrawing,
  ],
  pages: [
    devicePage,
    tabletPage,
    devicesPage,
    printersPage,
    papersPage,
    devicePageAtDesk,
    signaturesPage,
    signatureDrawingPage,
  ],
  menu: [
    {
      menu: 'staff',
      path: '/desk/devices',
      group: 'house',
      label: 'devices:menu',
      order: 85,
      may: ['it', 'head'],
    },
  ],
  jobs: [printJob, forgetRollsJob],
  liveFeeds: [deviceFeed, signatureFeed],
  retention: [
    {
      table: 'devices.print_jobs',
      personalColumns: ['roll'],
      months: 1,
      since: 't.ended_at',
      article: 'Закон № 2297-VI ст. 6: не довше, ніж потрібно для мети',
    },
    {
      table: 'devices.signatures',
      personalColumns: ['strokes'],
      months: 60,
      since: 't.ended_at',
      article: 'наказ Мін’юсту № 578/5: підпис живе разом зі справою',
    },
  ],
  seed: { run: (database, options) => seedDevices(database, options) },
});
