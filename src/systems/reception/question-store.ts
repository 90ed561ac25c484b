import { sql } from 'kysely';
import { Refusal } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { inForce, loadClassifier } from '../appeals/index.ts';
import { NO_TOPIC, type Outcome } from './reception.ts';

export interface TopicWords {
  readonly label: string;
  readonly labelEn: string;
}

const NOT_STATED: TopicWords = { label: 'Не вказано', labelEn: 'Not stated' };

/** The words of a topic as the classifier had them that day. @throws Refusal 422. */
export async function topicOn(tx: Transaction, code: string, on: string): Promise<TopicWords> {
  if (code === NO_TOPIC) return NOT_STATED;
  const found = inForce(await loadClassifier(tx), 'topic', on).find((entry) => entry.code === code);
  if (found === undefined) throw new Refusal('reception:refusals.noSuchTopic', {}, 422);
  return found;
}

export interface NewQuestion {
  readonly id: string;
  readonly visitId: string | null;
  readonly no: number;
  readonly day: string;
  readonly leaderId: string | null;
  readonly topic: string;
  readonly outcome: Outcome;
  readonly words: string;
  readonly answer: string;
  readonly appealId: string | null;
  readonly synthetic: string | null;
}

export async function insertQuestion(tx: Transaction, row: NewQuestion): Promise<void> {
  const { label, labelEn } = await topicOn(tx, row.topic, row.day);
  await sql`
    insert into reception.questions (id, visit_id, no, day, staff_id, topic, topic_label, topic_label_en, outcome, words,
                                     answer, appeal_id, synthetic)
    values (${row.id}, ${row.visitId}, ${row.no}, ${row.day}, ${row.leaderId}, ${row.topic}, ${label}, ${labelEn},
            ${row.outcome}, ${row.words}, ${row.answer}, ${row.appealId}, ${row.synthetic})`.execute(tx);
}

export interface CardQuestion {
  readonly no: number;
  readonly topic: string;
  readonly topicLabel: string;
  readonly topicLabelEn: string;
  readonly outcome: Outcome;
  readonly words: string;
  readonly answer: string;
  readonly appealId: string | null;
  readonly appealNumber: string | null;
}

export async function readQuestions(tx: Transaction, visitId: string): Promise<readonly CardQuestion[]> {
  const { rows } = await sql<CardQuestion>`
    select q.no, q.topic, q.topic_label as "topicLabel", q.topic_label_en as "topicLabelEn", q.outcome, q.words, q.answer,
           q.appeal_id as "appealId", c.number as "appealNumber"
      from reception.questions q left join kernel.cases c on c.id = q.appeal_id
     where q.visit_id = ${visitId} order by q.no`.execute(tx);
  return rows;
}
