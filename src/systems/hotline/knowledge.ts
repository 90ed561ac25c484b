import { z } from 'zod';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { findPublishedAnswers } from '../consultations/index.ts';
import { findHall } from '../queue/index.ts';
import { isFiledOnline, searchServices, type Service, termSchema } from '../service-catalogue/index.ts';

/** Beside the line's own answers: what the Centre published, and its services. */
export const ELSEWHERE_KINDS = ['consultation', 'service'] as const;

const shared = { id: z.string(), title: z.string(), titleEn: z.string() };

/** One thing an operator may read out; the kinds stand in one list. */
export const knowledgeEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), ...shared, text: z.string() }),
  z.object({ kind: z.literal('consultation'), ...shared, text: z.string() }),
  z.object({
    kind: z.literal('service'),
    ...shared,
    term: termSchema,
    documents: z.array(z.string()),
    /** Which body gives it. */
    body: z.string(),
    /** Where one goes for it. */
    address: z.string().nullable(),
    online: z.boolean(),
  }),
]);
export type KnowledgeEntry = z.output<typeof knowledgeEntry>;

const MOST_OF_A_KIND = 3;
/** The Centre's hall, where every service is asked for. */
const HALL = 'main';

export function ownAnswer(row: {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}): KnowledgeEntry {
  return { kind: 'answer', id: row.id, title: row.question, titleEn: row.question, text: row.answer };
}

/** Published answers of the consultations and services of the catalogue that the words mean. */
export async function findElsewhere(tx: Transaction, words: string, now: Date): Promise<KnowledgeEntry[]> {
  if (words.trim() === '') return [];
  const published = await findPublishedAnswers(tx, words, { limit: MOST_OF_A_KIND });
  const services = (await searchServices(tx, words, kyivDate(now))).slice(0, MOST_OF_A_KIND);
  const hall = services.length === 0 ? undefined : await findHall(tx, HALL);
  return [
    ...services.map((service) => serviceEntry(service, hall?.address ?? null)),
    ...published.map(({ id, question, answer }) => ({
      kind: 'consultation' as const,
      id,
      title: question,
      titleEn: question,
      text: answer,
    })),
  ];
}

function serviceEntry(service: Service, address: string | null): KnowledgeEntry {
  return {
    kind: 'service',
    id: service.code,
    title: service.name,
    titleEn: service.nameEn,
    term: service.term,
    documents: service.documents,
    body: service.providers[0]?.shortName ?? '',
    address,
    online: isFiledOnline(service),
  };
}
