import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Transaction } from '../../../kernel/database/database.ts';
import type { Figure, Period } from '../../../kernel/figures/figure.ts';
import { type Reading, readFigure } from '../../../kernel/figures/read-figure.ts';
import { takeSnapshot } from '../../../kernel/figures/snapshot.ts';
import { queueFigures } from '../../queue/index.ts';
import {
  formsFigure,
  loyaltyFigure,
  positiveFigure,
  ratingsFigure,
  satisfactionFigure,
  sitePositiveFigure,
} from '../figures.ts';

const COMMENTS = 20;

/** What anyone may know of a published comment: no day, for a day may name the visitor. */
export interface PublishedComment {
  readonly id: string;
  readonly month: string;
  readonly sector: 'registration' | 'social' | 'administrative' | null;
  readonly mark: number;
  readonly text: string;
}

export interface PublicSummary {
  readonly period: Period;
  readonly loyalty: Reading;
  readonly satisfaction: Reading;
  readonly byMonth: Reading;
  readonly ticket: Reading;
  readonly site: Reading;
  readonly forms: Reading;
  /** Ratings by a ticket, and visits that could have had one. */
  readonly received: number | null;
  readonly visits: number;
  readonly comments: readonly PublishedComment[];
}

/** The last twelve months, the present one in them, of one moment. */
export const publicSummary = defineQuery({
  name: 'ratings.public-summary',
  title: { uk: 'Як відвідувачі оцінюють Центр', en: 'How visitors rate the Centre' },
  may: ['resident'],
  input: z.object({}),
  output: z.custom<PublicSummary>(),
  async run({ tx, now }): Promise<PublicSummary> {
    await takeSnapshot(tx);
    const period = lastYear(kyivDate(now));
    const read = (figure: Figure, by?: string): Promise<Reading> =>
      readFigure(tx, figure, { ...period, ...(by === undefined ? {} : { by: [by] }) });
    return {
      period,
      loyalty: await read(loyaltyFigure),
      satisfaction: await read(satisfactionFigure, 'question'),
      byMonth: await read(satisfactionFigure, 'month'),
      ticket: await read(positiveFigure),
      site: await read(sitePositiveFigure),
      forms: await read(formsFigure, 'channel'),
      received: (await read(ratingsFigure)).total.value,
      visits: (await read(queueFigures.visitors)).total.value ?? 0,
      comments: await readComments(tx, period),
    };
  },
});

/** From the first day of the same month a year ago, without it, to today: twelve months. */
export function lastYear(today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const from = month === 12 ? `${year}-01-01` : `${year - 1}-${String(month + 1).padStart(2, '0')}-01`;
  return { from, to: today };
}

async function readComments(tx: Transaction, { from, to }: Period): Promise<readonly PublishedComment[]> {
  const { rows } = await sql<PublishedComment>`
    select id, to_char(day, 'YYYY-MM') as month, sector, mark, published_comment as text
      from ratings.ratings
     where comment_state = 'published' and day between ${from}::date and ${to}::date
     order by day desc, id desc limit ${COMMENTS}`.execute(tx);
  return rows;
}
