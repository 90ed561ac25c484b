import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { type NewApplicant, openCase } from '../../../kernel/cases/index.ts';
import { findUnitByCode } from '../../../kernel/identity/unit-store.ts';
import { answersShape, chooseProvider, getService, type Service } from '../../service-catalogue/index.ts';
import { APPLICATION, BOOK, CHANNELS, reportLineOf, termOf } from '../application.ts';
import { viewSteps } from '../course-view.ts';
import {
  applicantInput,
  type ApplicantInput,
  caseIdInput,
  serviceCodeInput,
  stepView,
} from '../application-input.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { getApplicantOf, insertApplication } from '../application-store.ts';
import { sendRegisteredLetter } from '../letters/registered.ts';
import { wrongField } from '../refuse-input.ts';

const NOT_ITEMISED = 'Послуга, не деталізована в джерелі';

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
  async run(deed, given) {
    const on = kyivDate(deed.now);
    const service = await findOrderedService(deed, given, on);
    const provider = await findProvider(deed, given, service);
    const { applicant, words, email } = await findApplicant(deed, given);
    const answers = judgeAnswers(service, given.answers, deed.imported);
    const id = given.id ?? uuid();
    const opened = await openCase(deed, {
      id,
      kind: APPLICATION,
      book: BOOK,
      title: service?.name ?? NOT_ITEMISED,
      state: 'registered',
      applicant,
      unitId: provider?.unitId ?? null,
      holder: { kind: 'front-office', unitId: deed.actor.unitId },
      ...(service === null ? {} : { definition: { code: service.code, version: service.versionId } }),
      term: termOf(service),
      words: [...words, ...(service === null ? [] : [service.code])],
      beside: insertApplication({
        caseId: id,
        ticketId: given.ticketId ?? null,
        registeredOn: on,
        serviceCode: service?.code ?? null,
        sector: service?.sector ?? null,
        providerUnitId: provider?.unitId ?? null,
        reportLine: reportLineOf(service, provider?.code ?? null),
        documents: given.documents,
        answers,
        channel: given.channel,
        synthetic: deed.imported ? (given.synthetic ?? null) : null,
      }),
    });
    deed.about({ kind: 'case', id: opened.id });
    const { id: caseId, number, trackingCode, dueOn, steps } = opened;
    await sendRegisteredLetter(deed, {
      caseId,
      number,
      trackingCode,
      dueOn,
      service: service?.name ?? '',
      email,
    });
    return { caseId, number, trackingCode, dueOn, steps: deed.imported ? [] : viewSteps(steps) };
  },
});

async function findOrderedService({ tx, imported }: Deed, given: Input, on: string): Promise<Service | null> {
  if (given.serviceCode !== null) return getService(tx, given.serviceCode, on);
  if (!imported) throw wrongField(['serviceCode'], 'applications:input.serviceMissing', null);
  return null;
}

async function findProvider({ tx }: Deed, given: Input, service: Service | null) {
  if (service !== null) return chooseProvider(service, given.providerCode);
  if (given.providerCode === undefined) return null;
  const unit = await findUnitByCode(tx, given.providerCode);
  if (unit === undefined)
    throw wrongField(['providerCode'], 'applications:input.noSuchBody', given.providerCode);
  return { unitId: unit.id, code: unit.code };
}

/** `words`: what a known person's new application is found by. */
async function findApplicant(deed: Deed, given: Input) {
  if (given.sameApplicantAs !== undefined) {
    const again = await getApplicantOf(deed.tx, given.sameApplicantAs);
    const words = [again.name, again.code].filter((text) => text !== null);
    return { applicant: { id: again.id }, words, email: again.email };
  }
  const { applicant } = given;
  if (applicant === undefined) {
    if (!deed.imported) throw wrongField(['applicant', 'name'], 'applications:input.nameMissing', undefined);
    return { applicant: null, words: [], email: null };
  }
  if (!deed.imported) requireIdentified(applicant);
  return { applicant: applicant satisfies NewApplicant, words: [], email: applicant.email ?? null };
}

/** At a window a body shows its number, a person a number or, having refused one, a passport. */
function requireIdentified({ kind, code, passport }: ApplicantInput): void {
  if (code !== undefined || (kind === 'person' && passport !== undefined)) return;
  const message =
    kind === 'person' ? 'applications:input.codeOrPassport' : 'applications:input.edrpouMissing';
  throw wrongField(['applicant', 'code'], message, undefined);
}
