import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { requireDevice, tokenInput } from '../../devices/index.ts';
import { bookWords, LEASE_HOURS } from '../book.ts';
import { insertLease, leaseBook as takeBook, readCounters } from '../book-store.ts';

export const leaseBook = defineAction({
  name: 'mobile-office.lease-book',
  title: { uk: 'Почати день у мобільному офісі', en: 'Begin a day in the mobile office' },
  input: z.object({
    token: tokenInput,
    /** The book that the device still has with all its numbers; null after a wiped disk. */
    holds: z.int().positive().max(1_000_000).nullable().default(null),
  }),
  output: z.object({
    leaseId: z.uuid(),
    bookNo: z.int(),
    letters: z.string(),
    clerk: z.string(),
    givenAt: z.date(),
    validUntil: z.date(),
    /** The last number of each year that arrived here. */
    counters: z.record(z.string(), z.int()),
  }),
  may: ['administrator'],
  async run(deed, { token, holds }) {
    const { tx, now, actor } = deed;
    const device = await requireDevice(tx, token);
    if (device.kind !== 'van')
      throw new Refusal('mobile-office:refusals.notVan', { device: device.name }, 403);
    const bookNo = await takeBook(tx, device.id, holds, now);
    const validUntil = new Date(now.getTime() + LEASE_HOURS * 3_600_000);
    const lease = { id: uuid(), bookNo, staffId: actor.staffId ?? '', givenAt: now, validUntil };
    await insertLease(tx, lease);
    deed.about({ kind: 'device', id: device.id });
    return {
      leaseId: lease.id,
      bookNo,
      letters: bookWords(bookNo).letters,
      clerk: actor.name,
      givenAt: now,
      validUntil,
      counters: { ...(await readCounters(tx, bookNo)) },
    };
  },
});
