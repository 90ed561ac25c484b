import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { answersShape, chooseProvider, getService, type Service } from '../../service-catalogue/index.ts';
import { CHANNELS } from '../application.ts';
import { stepView, viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { applicantInput, type ApplicantInput, caseIdInput, serviceCodeInput } from '../application-input.ts';
import { getApplicantOf } from '../application-store.ts';
import { fileApplication, type Filing } from '../file-application.ts';

const input = z.object({
  /** Made by an importer, so that its later deeds can name the case. */
  id: z.uuid().optional(),
  ticketId: z.uuid().optional(),
  /** Null = not itemised in the source; imports only. */
  serviceCode: serviceCodeInput.nullable(),
  /** Where several bodies give the service; without it the first. */
  providerCode: z.string().max(60).optional(),
  /** Left out where `sameApplicantAs` names another application of the same person. */
  applicant: applicantInput.optional(),
  sameApplicantAs: caseIdInput.optional(),
  /** Names of the papers received. */
  documents: z
    .array(z.string().trim().min(1).max(500))
    .max(60, 'applications:input.tooManyDocuments')
    .default([]),
  /** To the questions of the service's own form, by their names. */
  answers: personal(answersShape).optional(),
  channel: z.enum(CHANNELS).default('window'),
  /** What of this application an importer had to invent, in a few words. */
  synthetic: z.string().max(200).optional(),
});
type Input = z.output<typeof input>;

const output = z.object({
  caseId: z.uuid(),
  number: z.string(),
  /** With the number it opens the public tracking page; shown once. */
  trackingCode: personal(z.string()),
  dueOn: z.iso.date().nullable(),
  /** How the date was counted; empty for imports, who get no receipt. */
  steps: z.array(stepView),
});

export const registerApplication = defineAction({
  name: 'applications.register-application',
  title: { uk: 'Зареєструвати заяву', en: 'Register an application' },
  input,
  output,
  may: ['administrator'],
  importable: true,
  // One commits, one writes, one is on the way to the number book.
  atOnce: 3,
  async run(deed, given) {
    const on = kyivDate(deed.now);
    const service = await findOrderedService(deed, given, on);
    const provider = await findProvider(deed, given, service);
    const { steps, ...filed } = await fileApplication(deed, {
      id: given.id,
      service,
      provider,
      applicant: await findApplicant(deed, given),
      documents: given.documents,
      answers: given.answers,
      channel: given.channel,
      ticketId: given.ticketId,
      synthetic: deed.imported ? given.synthetic : null,
    });
    return { ...filed, steps: deed.imported ? [] : viewSteps(steps) };
  },
});

async function findOrderedService({ tx, imported }: Deed, given: Input, on: string): Promise<Service | null> {
  if (given.serviceCode !== null) return getService(tx, given.serviceCode, on);
  if (!imported) throw wrongField(['serviceCode'], 'applications:input.serviceMissing');
  return null;
}

async function findProvider({ tx }: Deed, given: Input, service: Service | null) {
  if (service !== null) return chooseProvider(service, given.providerCode);
  if (given.providerCode === undefined) return null;
  const unit = await findUnitByCode(tx, given.providerCode);
  if (unit === undefined) throw wrongField(['providerCode'], 'applications:input.noSuchBody');
  return { unitId: unit.id, code: unit.code };
}

async function findApplicant(deed: Deed, given: Input): Promise<Filing['applicant']> {
  if (given.sameApplicantAs !== undefined) return getApplicantOf(deed.tx, given.sameApplicantAs);
  const { applicant } = given;
  if (applicant === undefined) {
    if (!deed.imported) throw wrongField(['applicant', 'name'], 'applications:input.nameMissing');
    return null;
  }
  if (!deed.imported) requireIdentified(applicant);
  return applicant;
}

/** At a window a body shows its number, a person a number or, having refused one, a passport. */
function requireIdentified({ kind, code, passport }: ApplicantInput): void {
  if (code !== undefined || (kind === 'person' && passport !== undefined)) return;
  const message =
    kind === 'person' ? 'applications:input.codeOrPassport' : 'applications:input.edrpouMissing';
  throw wrongField(['applicant', 'code'], message);
}
