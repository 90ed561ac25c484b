import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/actions/refusal.ts';
import type { Database, Transaction } from '../../../kernel/database/database.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';
import type { Strokes } from './strokes.ts';

export const SIGNATURE_STATES = ['asked', 'signed', 'on-paper', 'withdrawn'] as const;
export type SignatureState = (typeof SIGNATURE_STATES)[number];

export interface Signature {
  readonly id: string;
  readonly caseId: string;
  readonly deviceId: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly state: SignatureState;
}

const COLUMNS = sql.raw(
  `id, case_id as "caseId", device_id as "deviceId", asked_by as "askedBy", asked_at as "askedAt", state`,
);

export interface NewSignature {
  readonly id: string;
  readonly caseId: string;
  readonly deviceId: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** What the tablet still shows for an earlier visitor is withdrawn: it shows one thing at a time. */
export async function askOnTablet(tx: Transaction, signature: NewSignature): Promise<void> {
  await sql`
    update devices.signatures set state = 'withdrawn', ended_at = ${signature.askedAt}
     where device_id = ${signature.deviceId} and state = 'asked'`.execute(tx);
  await whenBroken(
    sql`
      insert into devices.signatures (id, case_id, device_id, asked_by, asked_at, state)
      values (${signature.id}, ${signature.caseId}, ${signature.deviceId}, ${signature.askedBy}, ${signature.askedAt}, 'asked')`.execute(
      tx,
    ),
    { signatures_on_tablet: 'devices:refusals.tabletBusy' },
  );
}

export async function noteOnPaper(tx: Transaction, signature: NewSignature): Promise<void> {
  await sql`
    insert into devices.signatures (id, case_id, asked_by, asked_at, state, ended_at)
    values (${signature.id}, ${signature.caseId}, ${signature.askedBy}, ${signature.askedAt}, 'on-paper', ${signature.askedAt})`.execute(
    tx,
  );
}

/** What the tablet is to show now. */
export async function findAskedOfDevice(
  tx: Transaction | Database,
  deviceId: string,
): Promise<Signature | undefined> {
  const { rows } = await sql<Signature>`
    select ${COLUMNS} from devices.signatures where device_id = ${deviceId} and state = 'asked'`.execute(tx);
  return rows[0];
}

export interface Signed {
  readonly fileId: string;
  readonly sha256: Buffer;
  readonly strokes: Strokes;
}

/** Throws a `Refusal` where it was withdrawn or signed meanwhile: the row decides, not what the tablet remembers. */
export async function writeSigned(
  tx: Transaction,
  id: string,
  deviceId: string,
  { fileId, sha256, strokes }: Signed,
  now: Date,
): Promise<void> {
  const { numAffectedRows } = await sql`
    update devices.signatures
       set state = 'signed', ended_at = ${now}, file_id = ${fileId}, sha256 = ${sha256}, strokes = ${JSON.stringify(strokes)}::jsonb
     where id = ${id} and device_id = ${deviceId} and state = 'asked'`.execute(tx);
  if (numAffectedRows !== 1n) throw new Refusal('devices:refusals.notAsked');
}

export async function withdraw(tx: Transaction, id: string, now: Date): Promise<Signature> {
  const { rows } = await sql<Signature>`
    update devices.signatures set state = 'withdrawn', ended_at = ${now}
     where id = ${id} and state = 'asked' returning ${COLUMNS}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw notFound('devices:refusals.notAsked');
  return row;
}

export interface SignatureLine {
  readonly id: string;
  readonly state: SignatureState;
  readonly device: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly fileId: string | null;
  /** Hex. */
  readonly sha256: string | null;
}

export async function listSignatures(tx: Transaction, caseId: string): Promise<readonly SignatureLine[]> {
  const { rows } = await sql<SignatureLine>`
    select s.id, s.state, d.name as device, p.name as "askedBy", s.asked_at as "askedAt", s.ended_at as "endedAt",
           s.file_id as "fileId", encode(s.sha256, 'hex') as sha256
      from devices.signatures s
      join kernel.staff p on p.id = s.asked_by
      left join devices.devices d on d.id = s.device_id
     where s.case_id = ${caseId} order by s.asked_at desc, s.id desc`.execute(tx);
  return rows;
}

/** The strokes of a signature as they were drawn; null where it was on paper or erased. */
export async function findStrokes(
  tx: Transaction,
  id: string,
): Promise<{ readonly caseId: string; readonly strokes: Strokes | null } | undefined> {
  const { rows } = await sql<{ caseId: string; strokes: Strokes | null }>`
    select case_id as "caseId", strokes from devices.signatures where id = ${id}`.execute(tx);
  return rows[0];
}

export async function readSignatureStates(database: Database, caseId: string) {
  const { rows } = await sql<{ id: string; state: SignatureState }>`
    select id, state from devices.signatures where case_id = ${caseId} order by asked_at, id`.execute(
    database,
  );
  return rows;
}
