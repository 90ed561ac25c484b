import { sql } from 'kysely';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import reasons from '../seed/turn-away-reasons.json' with { type: 'json' };

export interface TurnAwayReason {
  readonly code: string;
  readonly text: string;
  readonly textEn: string;
  /** The check-list or the Centre itself should have spared the person this way. */
  readonly ours: boolean;
  readonly namesPapers: boolean;
}

/** Coded reasons in the order of the city's list. */
export async function listTurnAwayReasons(tx: Transaction | Database): Promise<readonly TurnAwayReason[]> {
  const { rows } = await sql<TurnAwayReason>`
    select code, text, text_en as "textEn", ours, names_papers as "namesPapers"
      from applications.turn_away_reasons order by position`.execute(tx);
  return rows;
}

/** Harmless when repeated; what a city has changed stays. */
export async function seedTurnAwayReasons(database: Database): Promise<void> {
  await sql`
    insert into applications.turn_away_reasons (code, text, text_en, ours, names_papers, position)
    select r ->> 'code', r ->> 'text', r ->> 'textEn', (r ->> 'ours')::boolean,
           coalesce((r ->> 'namesPapers')::boolean, false), position
      from jsonb_array_elements(${JSON.stringify(reasons)}::jsonb) with ordinality as x (r, position)
    on conflict do nothing`.execute(database);
}

export interface TurnedAway {
  readonly id: string;
  readonly ticketId: string | null;
  readonly at: Date;
  readonly on: string;
  readonly serviceCode: string;
  readonly sector: string;
  readonly reasons: readonly string[];
  readonly lacking: readonly string[];
  readonly applicantCode: string | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly synthetic: string | null;
}

/** `ours` is what the list says of the reasons on the day of writing. */
export async function insertTurnedAway(
  tx: Transaction,
  row: TurnedAway,
): Promise<{ readonly ours: boolean }> {
  const { rows } = await sql<{ ours: boolean }>`
    insert into applications.turned_away
      (id, ticket_id, happened_at, happened_on, service_code, sector, reasons, lacking, ours, applicant_code,
       note, recorded_by, synthetic)
    values (${row.id}, ${row.ticketId}, ${row.at}, ${row.on}, ${row.serviceCode}, ${row.sector},
            ${row.reasons}::text[], ${row.lacking}::text[],
            exists (select from applications.turn_away_reasons
                     where code = any(${row.reasons}::text[]) and ours),
            ${row.applicantCode}, ${row.note}, ${row.recordedBy}, ${row.synthetic})
    returning ours`.execute(tx);
  return { ours: rows[0]?.ours ?? false };
}
