import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { getCase, openCase, type OpenedCase } from '../../../kernel/cases/index.ts';
import { applicantInput } from '../../applications/index.ts';
import { type Answers, answersShape, judgeAnswers } from '../../service-catalogue/index.ts';
import { BOOK, COMPLEX_SERVICE } from '../complex-case.ts';
import { choosePlanParts, layPart } from '../choose-parts.ts';
import { insertComplex } from '../complex-store.ts';
import { servicesOf, type Whole } from '../file-parts.ts';
import { fileWhole } from '../file-whole.ts';
import { planCodeInput, type PlanVersion } from '../plan.ts';
import { getPlan } from '../plan-store.ts';
import { questionsOf } from '../questions.ts';

const input = z.object({
  /** Made by an importer, so that its later deeds can name the case. */
  id: z.uuid().optional(),
  planCode: planCodeInput,
  /** Numbers of the chosen parts. */
  parts: z.array(z.int().min(1)).min(1, 'complex-services:input.choiceMissing').max(30),
  /** A resident who signed in is the applicant; at the window the person is named. */
  applicant: applicantInput.optional(),
  answers: personal(answersShape).optional(),
  documents: z.array(z.string().trim().min(1).max(500)).max(60).default([]),
  ticketId: z.uuid().optional(),
  /** Where the letters go, of who signed in. */
  email: personal(z.email('complex-services:input.emailWrong').max(200).optional()),
  synthetic: z.string().max(200).optional(),
});
type Input = z.output<typeof input>;

export const fileComplex = defineAction({
  name: 'complex-services.file-complex',
  title: { uk: 'Подати комплексну заяву', en: 'File a complex application' },
  input,
  output: z.object({
    caseId: z.uuid(),
    number: z.string(),
    /** With the number it opens the tracking page of the whole; shown once. */
    trackingCode: personal(z.string()),
    /** The one date; null where it cannot be told. */
    promisedOn: z.iso.date().nullable(),
    parts: z.array(z.object({ no: z.int(), number: z.string().nullable(), caseId: z.uuid().nullable() })),
  }),
  may: ['administrator', 'resident'],
  importable: true,
  async run(deed, given) {
    const on = kyivDate(deed.now);
    const plan = await getPlan(deed.tx, given.planCode, on);
    const applicant = applicantOf(deed, given);
    const services = await servicesOf(deed.tx, plan.parts, on);
    const chosenServices = plan.parts.filter(({ no }) => given.parts.includes(no));
    const questions = questionsOf(plan, chosenServices, services);
    const answers = deed.imported ? (given.answers ?? {}) : judgeAnswers(questions, given.answers);
    const chosen = choosePlanParts(plan, given.parts, answers);
    const opened = await openWhole(deed, given, { plan, applicant, answers, on });
    const { applicantId } = await getCase(deed.tx, opened.id);
    const whole: Whole = {
      caseId: opened.id,
      plan,
      services,
      applicant:
        applicantId === null ? null : { id: applicantId, name: applicant.name, code: applicant.code ?? null },
      answers,
      documents: given.documents,
      ticketId: given.ticketId ?? null,
    };
    const laid = [];
    for (const part of chosen) laid.push(await layPart(deed.tx, part, services));
    return fileWhole(deed, whole, { laid, opened, email: applicant.email ?? null });
  },
});

function applicantOf(deed: Deed, { applicant, email }: Input): z.output<typeof applicantInput> {
  const { resident } = deed.actor;
  if (resident !== null) {
    return {
      kind: 'person',
      name: resident.name,
      ...(resident.code === null ? {} : { code: resident.code }),
      ...(resident.phone === null ? {} : { phone: resident.phone }),
      ...(resident.address === null ? {} : { address: resident.address }),
      ...((email ?? resident.email) === null ? {} : { email: email ?? resident.email ?? '' }),
    };
  }
  // Who did not sign in cannot apply in anybody's name: the choice is brought to the window.
  if (deed.actor.kind === 'resident') throw new Refusal('complex-services:refusals.signInFirst', {}, 403);
  if (applicant === undefined) throw wrongField(['applicant', 'name'], 'complex-services:input.nameMissing');
  if (!deed.imported && applicant.code === undefined && applicant.passport === undefined)
    throw wrongField(['applicant', 'code'], 'complex-services:input.codeOrPassport');
  return applicant;
}

interface Opening {
  readonly plan: PlanVersion;
  readonly applicant: z.output<typeof applicantInput>;
  readonly answers: Answers;
  readonly on: string;
}

function openWhole(deed: Deed, given: Input, { plan, applicant, answers, on }: Opening): Promise<OpenedCase> {
  const caseId = given.id ?? uuid();
  return openCase(deed, {
    id: caseId,
    kind: COMPLEX_SERVICE,
    book: BOOK,
    title: plan.title.uk,
    state: 'in-progress',
    event: 'filed',
    applicant,
    unitId: null,
    holder: { kind: 'front-office', unitId: deed.actor.unitId },
    definition: { code: plan.code, version: plan.versionId },
    // Every part has a legal clock of its own; the whole has the promise that is the latest of them.
    term: null,
    beside: insertComplex({
      caseId,
      planVersionId: plan.versionId,
      planCode: plan.code,
      planTitle: plan.title.uk,
      filedOn: on,
      channel: deed.actor.resident === null ? 'window' : 'online',
      ticketId: given.ticketId ?? null,
      answers: Object.keys(answers).length === 0 ? null : answers,
      documents: given.documents,
      synthetic: deed.imported ? (given.synthetic ?? null) : null,
    }),
  });
}
