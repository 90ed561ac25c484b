import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Deed } from '../../kernel/actions/define.ts';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import { queueLetter } from '../../kernel/letters/queue-letter.ts';
import { letterWords } from '../../kernel/letters/letter-words.ts';
import { findService, type Sector } from '../service-catalogue/index.ts';
import { indexQuestions, listQuestions } from './question.ts';
import type { Channel, Opinion } from './rating.ts';

export interface NewRating extends Opinion {
  readonly channel: Channel;
  readonly visitId: string | null;
  /** Kyiv's civil day of the visit. */
  readonly day: string;
  readonly sector: Sector | null;
  readonly serviceCode: string | null;
}

/** Keeps a rating with its answers; a low one is told to the head. Answers the new rating's id. */
export async function keepRating(deed: Deed, rating: NewRating): Promise<string> {
  const id = uuid();
  const service =
    rating.serviceCode === null ? undefined : await findService(deed.tx, rating.serviceCode, rating.day);
  const alert = await findAlert(deed);
  const low = rating.mark <= alert.markAtMost;
  const comment = rating.comment === '' ? null : rating.comment;
  const inserted = sql`
    insert into ratings.ratings
      (id, channel, visit_id, day, sector, service_code, service_name, mark, recommend, comment, comment_state, low,
       entered_by, rated_at, recorded_at, imported)
    values (${id}, ${rating.channel}, ${rating.visitId}, ${rating.day}::date, ${service?.sector ?? rating.sector},
            ${rating.serviceCode}, ${service?.name ?? null}, ${rating.mark}, ${rating.recommend}, ${comment},
            ${comment === null ? null : 'new'}, ${low}, ${rating.channel === 'paper' ? deed.actor.staffId : null},
            ${deed.now}, ${deed.recordedAt}, ${deed.imported})`.execute(deed.tx);
  await whenBroken(inserted, { ratings_visit_id_key: 'ratings:refusals.ratedAlready' });
  await keepAnswers(deed, id, rating);
  if (low && alert.email !== null) await tellHead(deed, id, rating, alert.email);
  return id;
}

async function keepAnswers({ tx }: Deed, id: string, { answers, day }: NewRating): Promise<void> {
  const given = Object.entries(answers);
  if (given.length === 0) return;
  const asked = new Set(indexQuestions(await listQuestions(tx, day)).map(({ code }) => code));
  const unknown = given.find(([code]) => !asked.has(code));
  if (unknown !== undefined) throw new Refusal('ratings:refusals.noSuchQuestion', { code: unknown[0] }, 422);
  await sql`
    insert into ratings.answers (rating_id, question, mark)
    values ${sql.join(given.map(([code, mark]) => sql`(${id}, ${code}, ${mark})`))}`.execute(tx);
}

const NO_ALERT = { email: null, markAtMost: 2 } as const;

export interface AlertSettings {
  /** Null: nobody is written to; low marks still wait at the desk. */
  readonly email: string | null;
  readonly markAtMost: number;
}

export async function findAlert({ tx }: Pick<Deed, 'tx'>): Promise<AlertSettings> {
  const { rows } = await sql<AlertSettings>`
    select email, mark_at_most as "markAtMost" from ratings.alert_settings`.execute(tx);
  return rows[0] ?? NO_ALERT;
}

/** The letter says that something went wrong and where; the words of the visitor stay at the desk. */
async function tellHead(deed: Deed, id: string, rating: NewRating, to: string): Promise<void> {
  const t = await letterWords(import.meta.dirname);
  const sector = rating.sector === null ? t('ratings:sector.none') : t(`ratings:sector.${rating.sector}`);
  await queueLetter(deed, {
    to,
    subject: t('ratings:letters.low.subject', { mark: rating.mark }),
    text: t('ratings:letters.low.text', {
      mark: rating.mark,
      day: rating.day,
      sector,
      channel: t(`ratings:channel.${rating.channel}`),
      comment: rating.comment === '' ? '' : t('ratings:letters.low.hasComment'),
    }),
    about: { kind: 'rating', id },
  });
}
