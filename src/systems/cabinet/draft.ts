import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import type { Resident } from '../../kernel/actions/actor.ts';
import { type Answers, answersSchema, type Service } from '../service-catalogue/index.ts';

/** Steps of an online application, in their order; `check` ends it. */
export const STEPS = ['applicant', 'questions', 'papers', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** Files one draft may hold: the window takes no thicker package either. */
export const MOST_PAPERS = 30;
/** Days that a draft is kept where the city set no other term. */
export const USUAL_DRAFT_DAYS = 30;

const words = (max: number) => z.string().trim().max(max);

/** How to reach the applicant; an empty text takes a value away. */
export const contactsInput = z.object({
  phone: personal(words(40).regex(/^(\+?[\d\s()-]{5,})?$/, 'cabinet:input.phone')),
  email: personal(z.union([z.literal(''), words(200).pipe(z.email('cabinet:input.email'))])),
  address: personal(words(500)),
});
export type Contacts = z.output<typeof contactsInput>;

export interface Paper {
  /** The document of the service's list that this file is. */
  readonly document: string;
  readonly fileId: string;
}

export interface Draft {
  readonly serviceCode: string;
  readonly providerCode: string | null;
  readonly contacts: Partial<Contacts>;
  readonly answers: Answers;
  readonly papers: readonly Paper[];
  readonly startedAt: Date;
  readonly savedAt: Date;
}

/** The documents to add; the application itself is what is being written here. */
export function papersAsked({ documents }: Pick<Service, 'documents'>): readonly string[] {
  return documents.filter((document) => !/^заява(?!\p{L})/iu.test(document));
}

/** A service with no questions or no documents has no such step. */
export function stepsOf(service: Pick<Service, 'form' | 'documents'>): readonly Step[] {
  const asked = {
    questions: service.form.length,
    papers: papersAsked(service).length,
    applicant: 1,
    check: 1,
  };
  return STEPS.filter((step) => asked[step] > 0);
}

/** What the person wrote, else what the provider of identity and the cabinet know. */
export function contactsOf(draft: Pick<Draft, 'contacts'>, known: Resident): Contacts {
  return {
    phone: draft.contacts.phone ?? known.phone ?? '',
    email: draft.contacts.email ?? known.email ?? '',
    address: draft.contacts.address ?? known.address ?? '',
  };
}

/** What still keeps the application from being filed, by step. */
export function lacksOf(
  service: Pick<Service, 'form' | 'documents'>,
  draft: Draft,
  known: Resident,
): readonly Step[] {
  const { phone, email, address } = contactsOf(draft, known);
  const isReachable = (phone !== '' || email !== '') && address !== '';
  const isAnswered = answersSchema(service.form).safeParse(draft.answers).success;
  return [...(isReachable ? [] : (['applicant'] as const)), ...(isAnswered ? [] : (['questions'] as const))];
}

/** Documents of the list for which no file was added: the body may ask for them. */
export function missingPapers(service: Pick<Service, 'documents'>, { papers }: Pick<Draft, 'papers'>) {
  return papersAsked(service).filter((document) => !papers.some((paper) => paper.document === document));
}

/** Ids of all files of a draft: its papers, and the answers that are files. */
export function filesOf({ form }: Pick<Service, 'form'>, draft: Pick<Draft, 'papers' | 'answers'>): string[] {
  const answered = form.flatMap(({ kind, name }) => {
    const answer = draft.answers[name];
    return kind === 'file' && typeof answer === 'string' ? [answer] : [];
  });
  return [...draft.papers.map(({ fileId }) => fileId), ...answered];
}
