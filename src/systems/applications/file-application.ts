import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import {
  type CaseTerm,
  type Holder,
  type NewApplicant,
  openCase,
  type OpenedCase,
} from '../../kernel/cases/index.ts';
import { type Answers, type FormField, judgeAnswers, type Service } from '../service-catalogue/index.ts';
import { APPLICATION, BOOK, type Channel, reportLineOf, termOf } from './application.ts';
import { insertApplication } from './application-store.ts';
import { sendRegisteredLetter } from './letters/registered.ts';
import { tieAnswerFiles } from './tie-answer-files.ts';
/** Somebody whom the city knows already; name and number are what the new application is found by. */
export interface KnownApplicant {
  readonly id: string;
  readonly name?: string | null;
  readonly code?: string | null;
  readonly email?: string | null;
}

export interface Filing {
  /** uuid v7; made here where it is left out. */
  readonly id?: string | undefined;
  /** Null: not itemised (imports), or `own`. */
  readonly service: Service | null;
  /** A part of a plan that is no service of the catalogue: its name and its term. */
  readonly own?: { readonly title: string; readonly term: CaseTerm } | undefined;
  /** The body it goes to; without it the service's first. */
  readonly provider?: { readonly unitId: string; readonly code: string } | null | undefined;
  readonly applicant: NewApplicant | KnownApplicant | null;
  /** Names of the papers received. */
  readonly documents: readonly string[];
  readonly answers?: Answers | undefined;
  /** Answers that a plan's own form has asked and judged: kept as they are, with their questions. */
  readonly asked?: { readonly questions: readonly FormField[]; readonly answers: Answers } | undefined;
  readonly channel: Channel;
  /** The complex service of which it is a part; the parent then writes the letters. */
  readonly partOf?: { readonly caseId: string; readonly no: number } | undefined;
  /** Whose day it is first; without it the front office of whoever files. */
  readonly holder?: Holder | undefined;
  readonly ticketId?: string | null | undefined;
  /** A number and a code given offline, from a book leased to one device; `letters` follow the Centre's own. */
  readonly numbered?:
    | { readonly book: string; readonly letters: string; readonly seq: number; readonly trackingCode: string }
    | undefined;
  /** What an importer had to invent. */
  readonly synthetic?: string | null | undefined;
}

export type FiledApplication = Omit<OpenedCase, 'id' | 'seq' | 'internalDueOn'> & { readonly caseId: string };

const NOT_ITEMISED = 'Послуга, не деталізована в джерелі';

/**
 * Files an application in a deed of one's own: number, case, clock and row in one statement, and the
 * letter. The number book stays locked until the commit, so do this late.
 * @throws InvalidInput for wrong answers; Refusal for an id or a part that is there already.
 */
export async function fileApplication(deed: Deed, given: Filing): Promise<FiledApplication> {
  const { service, own, asked } = given;
  const id = given.id ?? uuid();
  const answers = asked?.answers ?? answersOf(service, given.answers, deed.imported);
  const opened = await openCase(deed, {
    id,
    kind: APPLICATION,
    ...bookOf(given),
    title: service?.name ?? own?.title ?? NOT_ITEMISED,
    state: 'registered',
    applicant: applicantOf(given),
    unitId: providerOf(given)?.unitId ?? null,
    holder: given.holder ?? { kind: 'front-office', unitId: deed.actor.unitId },
    ...(given.partOf === undefined ? {} : { partOf: given.partOf }),
    ...(service === null ? {} : { definition: { code: service.code, version: service.versionId } }),
    term: own?.term ?? termOf(service),
    words: wordsOf(given),
    beside: besideOf(deed, given, id, answers),
  });
  deed.about({ kind: 'case', id: opened.id });
  const { id: caseId, number, trackingCode, dueOn, steps } = opened;
  await tieAnswerFiles(deed, service, answers, caseId);
  if (given.partOf === undefined) {
    const email = given.applicant?.email ?? null;
    await sendRegisteredLetter(deed, {
      caseId,
      number,
      trackingCode,
      dueOn,
      service: service?.name ?? own?.title ?? '',
      email,
    });
  }
  return { caseId, number, trackingCode, dueOn, steps };
}

/** Only to questions that are asked, obligatory ones there; the past is kept as it was told. */
function answersOf(service: Service | null, answers: Answers | undefined, imported: boolean): Answers | null {
  if (imported) return answers ?? null;
  if (service === null || service.form.length === 0) return null;
  return judgeAnswers(service.form, answers);
}

/** The Centre's one book, or the device's own beside it: `ЦНАП-В01-2026-000001`. */
function bookOf({ numbered }: Filing) {
  if (numbered === undefined) return { book: BOOK };
  const { book, letters, seq, trackingCode } = numbered;
  return {
    book: { name: `${BOOK.name}/${book}`, letters: `${BOOK.letters}-${letters}` },
    given: { seq, trackingCode },
  };
}

function applicantOf({ applicant }: Filing): NewApplicant | { readonly id: string } | null {
  return applicant !== null && 'id' in applicant ? { id: applicant.id } : applicant;
}

function providerOf({ provider, service }: Filing) {
  return provider === undefined ? (service?.providers[0] ?? null) : provider;
}

/** A new applicant's words the kernel takes itself. */
function wordsOf({ applicant, service }: Filing): readonly string[] {
  const known = applicant !== null && 'id' in applicant ? [applicant.name, applicant.code] : [];
  return [...known, service?.code].filter((text) => typeof text === 'string');
}

function besideOf(deed: Deed, given: Filing, caseId: string, answers: Answers | null) {
  const { service } = given;
  const provider = providerOf(given);
  return insertApplication({
    caseId,
    ticketId: given.ticketId ?? null,
    registeredOn: kyivDate(deed.now),
    serviceCode: service?.code ?? null,
    sector: service?.sector ?? null,
    providerUnitId: provider?.unitId ?? null,
    reportLine: reportLineOf(service, provider?.code ?? null),
    documents: given.documents,
    answers,
    asked: given.asked?.questions ?? null,
    channel: given.channel,
    synthetic: given.synthetic ?? null,
  });
}
