import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { requireDevice, tokenInput } from '../../devices/index.ts';
import {
  ARRIVAL_STATES,
  type Arrival,
  findArrival,
  insertArrival,
  isNumberUsed,
  type Problem,
} from '../arrival-store.ts';
import { bookNumber, judgeMoment } from '../book.ts';
import { type Lease, lockLease } from '../book-store.ts';
import { fileEntry } from '../file-entry.ts';
import { broughtEntry, type BroughtEntry } from '../van-entry.ts';

const input = z.object({
  token: tokenInput,
  leaseId: z.uuid(),
  /** Made on the device for this application alone. */
  key: z.uuid(),
  year: z.int().min(2000).max(2200),
  seq: z.int().positive().max(1_000_000),
  occurredAt: z.iso.datetime({ offset: true }),
  entry: broughtEntry,
});
type Input = z.output<typeof input>;

/** Brings one application from the van. A repeat, however late, changes nothing and gets the first answer. */
export const mergeEntry = defineAction({
  name: 'mobile-office.merge-entry',
  title: { uk: 'Передати заяву з мобільного офісу', en: 'Bring an application from the mobile office' },
  input,
  output: z.object({
    state: z.enum(ARRIVAL_STATES),
    number: z.string(),
    caseId: z.uuid().nullable(),
    /** Why it was not registered: a message key with its values. */
    problem: z.string().nullable(),
    problemValues: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  }),
  may: ['administrator'],
  async run(deed, given) {
    const device = await requireDevice(deed.tx, given.token);
    const lease = await lockLease(deed.tx, given.leaseId, device.id);
    deed.about({ kind: 'device', id: device.id });
    const before = await findArrival(deed.tx, given.key);
    const arrival = before ?? (await arrive(deed, lease, given));
    if (arrival.caseId !== null) deed.about({ kind: 'case', id: arrival.caseId });
    const { state, number, caseId, problem, problemValues } = arrival;
    return { state, number, caseId, problem, problemValues };
  },
});

async function arrive(deed: Deed, lease: Lease, given: Input): Promise<Arrival> {
  const { key, year, seq, entry } = given;
  const numbered = { bookNo: lease.bookNo, year, seq, occurredAt: new Date(given.occurredAt) };
  const twin = await isNumberUsed(deed.tx, numbered);
  const end = twin
    ? { key: 'mobile-office:conflicts.numberTwice', values: {} }
    : await fileAt(deed, lease, numbered, entry);
  const isFiled = 'caseId' in end;
  const arrival: Arrival = {
    key,
    leaseId: lease.id,
    ...numbered,
    number: bookNumber(lease.bookNo, year, seq),
    twin,
    arrivedAt: deed.recordedAt,
    state: isFiled ? 'registered' : 'conflict',
    caseId: isFiled ? end.caseId : null,
    problem: isFiled ? null : end.key,
    problemValues: isFiled ? null : end.values,
    entry: isFiled ? null : entry,
  };
  await insertArrival(deed.tx, arrival);
  return arrival;
}

async function fileAt(
  deed: Deed,
  lease: Lease,
  numbered: Pick<Arrival, 'bookNo' | 'year' | 'seq' | 'occurredAt'>,
  entry: BroughtEntry,
): Promise<{ readonly caseId: string } | Problem> {
  const wrong = judgeMoment(numbered.occurredAt, lease, deed.recordedAt);
  if (wrong !== null) return { key: `mobile-office:conflicts.${wrong}`, values: {} };
  return fileEntry(deed, lease, numbered, entry);
}
