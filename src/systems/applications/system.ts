import { defineSystem } from '../../kernel/system.ts';
import { assignApplication } from './actions/assign-application.ts';
import { handOutResult } from './actions/hand-out-result.ts';
import { handOverApplication } from './actions/hand-over-application.ts';
import { leaveWithoutMotion } from './actions/leave-without-motion.ts';
import { passApplication } from './actions/pass-application.ts';
import { recordConsultation } from './actions/record-consultation.ts';
import { recordOutcome } from './actions/record-outcome.ts';
import { registerApplication } from './actions/register-application.ts';
import { resumeApplication } from './actions/resume-application.ts';
import { takeApplication } from './actions/take-application.ts';
import { withdrawApplication } from './actions/withdraw-application.ts';
import { APPLICATION } from './application.ts';
import { figures } from './figures.ts';
import { controlOfTerms } from './queries/control-of-terms.ts';
import { getApplication } from './queries/get-application.ts';
import { listApplications } from './queries/list-applications.ts';
import { myWork } from './queries/my-work.ts';
import { toHandOut } from './queries/to-hand-out.ts';
import { trackApplication } from './queries/track-application.ts';
import { keepServiceNames } from './seed-names.ts';

export const applications = defineSystem({
  name: 'applications',
  title: { uk: 'Заяви', en: 'Applications' },
  folder: import.meta.dirname,
  actions: [
    registerApplication,
    passApplication,
    takeApplication,
    assignApplication,
    leaveWithoutMotion,
    resumeApplication,
    handOverApplication,
    recordOutcome,
    handOutResult,
    withdrawApplication,
    recordConsultation,
  ],
  queries: [trackApplication, getApplication, listApplications, myWork, controlOfTerms, toHandOut],
  figures,
  caseKinds: [APPLICATION],
  seed: { run: (database, { now }) => keepServiceNames(database, now) },
});
