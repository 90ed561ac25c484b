import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type Answer, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { answerField, type Answers, readAnswers, SECTORS } from '../../service-catalogue/index.ts';
import { recordConsultation } from '../actions/record-consultation.ts';
import { turnAway } from '../actions/turn-away.ts';
import { registerApplication } from '../actions/register-application.ts';
import { prepareVisit } from '../queries/prepare-visit.ts';
import { keepTrackingCode } from './tracking-cookie.ts';

/** Forms of the window that are not the queue's. */
export async function doVisitDeed(request: PagePost): Promise<Answer> {
  switch (request.field('deed')) {
    case 'register':
      return register(request);
    case 'turn-away':
      return sendAway(request);
    case 'consult':
      return consult(request);
    default:
      throw new Refusal('http:faults.noSuchPage', {}, 404);
  }
}

async function register(request: PagePost): Promise<Answer> {
  const answers = await answersOf(request);
  const { caseId, trackingCode } = await request.run(registerApplication, {
    ...registrationOf(request),
    ...(answers === null ? {} : { answers }),
  });
  return {
    ...redirect(`/desk/window?registered=${caseId}`, 'applications:notices.registered'),
    cookies: keepTrackingCode(request.now, caseId, trackingCode),
  };
}

/** Answers to the service's own form; files are kept and answered by their ids. */
async function answersOf(request: PagePost): Promise<Answers | null> {
  const serviceCode = request.field('serviceCode');
  const { service } = await request.ask(prepareVisit, { serviceCode });
  if (service === null || service.form.length === 0) return null;
  const answers = readAnswers(service.form, (name) => request.field(name));
  for (const { kind, name } of service.form) {
    const file = request.files.find(({ field }) => field === answerField(name));
    if (kind === 'file' && file !== undefined) answers[name] = (await request.keepFile(file)).id;
  }
  return answers;
}

type Registration = z.input<(typeof registerApplication)['input']>;

/** Empty fields are no fields. */
function registrationOf(request: PagePost): Registration {
  const same = request.field('sameApplicantAs');
  return {
    serviceCode: request.field('serviceCode'),
    ...filled(request, ['ticketId', 'providerCode']),
    ...(same === '' ? { applicant: applicantOf(request) } : { sameApplicantAs: same }),
    documents: [...request.fields('documents'), ...linesOf(request.field('moreDocuments'))],
  };
}

/** The applicant of a posted form; empty fields are no fields. */
export function applicantOf(request: PagePost): NonNullable<Registration['applicant']> {
  const names = ['code', 'passport', 'phone', 'email', 'address'] as const;
  const given = names.flatMap((name) => {
    const value = request.field(`applicant.${name}`);
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    kind: request.field('applicant.kind') === 'body' ? 'body' : 'person',
    name: request.field('applicant.name'),
    ...Object.fromEntries(given),
  };
}

async function sendAway(request: PagePost): Promise<Answer> {
  const { ours } = await request.run(turnAway, {
    serviceCode: request.field('serviceCode'),
    ...filled(request, ['ticketId', 'applicantCode']),
    reasons: [...request.fields('reasons')],
    lacking: [...request.fields('lacking')],
  });
  return redirect('/desk/window', `applications:notices.${ours ? 'turnedAwayOurs' : 'turnedAway'}`);
}

async function consult(request: PagePost): Promise<Answer> {
  const sector = SECTORS.find((one) => one === request.field('sector'));
  await request.run(recordConsultation, {
    ...filled(request, ['ticketId', 'serviceCode', 'question']),
    ...(sector === undefined ? {} : { sector }),
  });
  return redirect('/desk/window', 'applications:notices.consulted');
}

function filled<Name extends string>(
  request: PagePost,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = request.field(name);
    if (value !== '') given[name] = value;
  }
  return given;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
