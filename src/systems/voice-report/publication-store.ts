import { sql } from 'kysely';
import { notFound } from '../../kernel/actions/refusal.ts';
import type { Transaction } from '../../kernel/database/database.ts';
import { whenBroken } from '../../kernel/database/when-broken.ts';
import type { Report } from '../../kernel/figures/report/report.ts';
import type { Edition } from './edition.ts';

/** Who published which version of a report, when and why. */
export interface Publication {
  readonly version: number;
  readonly publishedAt: Date;
  /** Null where a program published it. */
  readonly by: { readonly name: string; readonly position: string } | null;
  /** Null of the first version. */
  readonly reason: string | null;
}

const quarterOf = ({ quarter = 0 }: Edition): number => quarter;

const COLUMNS = sql`p.version, p.published_at as "publishedAt", p.reason,
  case when s.id is not null then jsonb_build_object('name', s.name, 'position', s.position) end as by`;

/** All versions of a report, the last first. */
export async function listPublications(tx: Transaction, edition: Edition): Promise<readonly Publication[]> {
  const { rows } = await sql<Publication>`
    select ${COLUMNS} from voice_report.publications p left join kernel.staff s on s.id = p.published_by
     where p.year = ${edition.year} and p.quarter = ${quarterOf(edition)} order by p.version desc`.execute(
    tx,
  );
  return rows;
}

export interface PublishedReport {
  readonly publication: Publication;
  readonly report: Report;
}

/** A version, or the last one, as it was published. */
export async function findPublished(
  tx: Transaction,
  edition: Edition,
  version: number | null,
): Promise<PublishedReport | undefined> {
  const { rows } = await sql<Publication & { report: Omit<Report, 'countedAt'> & { countedAt: string } }>`
    select ${COLUMNS}, p.report from voice_report.publications p left join kernel.staff s on s.id = p.published_by
     where p.year = ${edition.year} and p.quarter = ${quarterOf(edition)}
       and (${version}::int is null or p.version = ${version}) order by p.version desc limit 1`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { report, ...publication } = row;
  return { publication, report: { ...report, countedAt: new Date(report.countedAt) } };
}

/** @throws Refusal 404 where there is no such version. */
export async function getPublished(
  tx: Transaction,
  edition: Edition,
  version: number,
): Promise<PublishedReport> {
  const found = await findPublished(tx, edition, version);
  if (found === undefined) throw notFound('voice-report:refusals.noSuchVersion');
  return found;
}

export interface NewPublication {
  readonly edition: Edition;
  readonly version: number;
  readonly reason: string | null;
  readonly staffId: string | null;
  readonly report: Report;
}

/** @throws Refusal 409 where somebody published this version a moment before. */
export async function insertPublication(
  tx: Transaction,
  { edition, version, reason, staffId, report }: NewPublication,
): Promise<void> {
  await whenBroken(
    sql`
      insert into voice_report.publications (year, quarter, version, published_at, published_by, reason, report)
      values (${edition.year}, ${quarterOf(edition)}, ${version}, ${report.countedAt}, ${staffId}, ${reason},
              ${JSON.stringify(report)}::jsonb)`.execute(tx),
    { publications_pkey: 'voice-report:refusals.publishedMeanwhile' },
  );
}
