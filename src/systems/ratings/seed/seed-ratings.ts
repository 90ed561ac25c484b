import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { type Actor, RESIDENT } from '../../../kernel/actions/actor.ts';
import { type By, runAt } from '../../../kernel/actions/run-at.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { findActorsByLogin } from '../../../kernel/identity/find-actor.ts';
import { enterPaper } from '../actions/enter-paper.ts';
import { publishComment } from '../actions/publish-comment.ts';
import { listServedCodes } from '../../queue/index.ts';
import { rateCentre } from '../actions/rate-centre.ts';
import { rateVisit } from '../actions/rate-visit.ts';
import { type DemoRating, PAPER, SITE, TICKETS } from './demo-ratings.ts';
import { ARTICLE, IN_FORCE, QUESTIONS } from './questions.ts';

/** Of several processes that start at once one seeds. */
const SEED_LOCK = 5_117_340_041;
const CLERK = 'administrator-01';
const HEAD = 'head';
const DEMO_ALERTS_TO = 'head@centre.example.org';

export async function seedRatings(database: Database, demo: boolean, now: Date): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    await seedQuestions(tx);
    if (demo) await seedDemo(tx, now);
  });
}

/** Only into an empty table: what a lawyer changed later stands. */
async function seedQuestions(tx: Transaction): Promise<void> {
  const { rows } = await sql`select from ratings.questions limit 1`.execute(tx);
  if (rows.length > 0) return;
  for (const [index, question] of QUESTIONS.entries()) {
    const { code, title, titleEn, indexName, indexNameEn, certainty } = question;
    await sql`
      insert into ratings.questions
        (id, code, title, title_en, index_name, index_name_en, position, article, certainty, valid_from)
      values (${uuid()}, ${code}, ${title}, ${titleEn}, ${indexName}, ${indexNameEn}, ${index + 1}, ${ARTICLE},
              ${certainty}, ${IN_FORCE}::date)`.execute(tx);
  }
}

/** A lifelike handful, by the actions themselves at moments before now; nobody is written to about it. */
async function seedDemo(tx: Transaction, now: Date): Promise<void> {
  const { rows } = await sql`select from ratings.ratings limit 1`.execute(tx);
  const staff = await findActorsByLogin(tx, [CLERK, HEAD]);
  const [clerk, head] = [staff.get(CLERK), staff.get(HEAD)];
  if (rows.length > 0 || clerk === undefined || head === undefined) return;
  const stage = { tx, now };
  for (const rating of PAPER) {
    const { ratingId } = await runAt(by(stage, clerk, rating.ago - 1), enterPaper, {
      day: dayBefore(now, rating.ago),
      ...opinionOf(rating),
    });
    if (rating.published === undefined) continue;
    await runAt(by(stage, head, rating.ago - 2), publishComment, {
      ratingId,
      text: rating.published,
      confirmed: true,
    });
  }
  for (const [index, code] of (await listServedCodes(tx, VISITS)).entries()) {
    if (index % RATED_EACH > 0) continue;
    await runAt(by(stage, RESIDENT, 0), rateVisit, { code, ...ticketOpinion(index / RATED_EACH) });
  }
  for (const rating of SITE) await runAt(by(stage, RESIDENT, rating.ago), rateCentre, opinionOf(rating));
  await sql`
    insert into ratings.alert_settings (email, mark_at_most) values (${DEMO_ALERTS_TO}, 2)
    on conflict do nothing`.execute(tx);
}

/** Of the last visits each so many-eth is rated by its ticket. */
const VISITS = 300;
const RATED_EACH = 6;

function ticketOpinion(index: number) {
  const { mark, answers, recommend } = TICKETS[index % TICKETS.length] ?? TICKETS[0];
  const [waiting, comfort, clarity, courtesy] = answers;
  return { mark, recommend, comment: '', answers: { waiting, comfort, clarity, courtesy } };
}

function opinionOf({ sector, mark, answers, recommend, comment = '' }: DemoRating) {
  const [waiting, comfort, clarity, courtesy] = answers;
  return { sector, mark, recommend, comment, answers: { waiting, comfort, clarity, courtesy } };
}

function dayBefore(now: Date, ago: number): string {
  return addDays(kyivDate(now), -ago);
}

/** `ago` in days. */
function by({ tx, now }: { readonly tx: Transaction; readonly now: Date }, actor: Actor, ago: number): By {
  return { tx, actor, at: ago <= 0 ? now : kyivInstant(dayBefore(now, ago), '11:20') };
}
