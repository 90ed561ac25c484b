import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import {
  addressLine,
  findAddresses,
  type FoundAddress,
  searchAddresses,
} from '../../address-register/index.ts';
import { readDesk } from '../desk-store.ts';
import { findElsewhere, ownAnswer } from '../knowledge.ts';
import { listTopics } from '../routing.ts';
import { plainPhone } from '../ticket.ts';
import { deskView } from '../desk-view.ts';

/** «Соборна 12» is one house when exactly that number stands on the first street that was found. */
function chosenHouse(
  found: readonly FoundAddress[],
  houseId: string | undefined,
  place: string,
): string | null {
  if (houseId !== undefined) return houseId;
  const [first] = found;
  if (first === undefined || first.id === null) return null;
  const number = /\d[\d\s/-]*[а-яґєії]?$/iu.exec(place.trim())?.[0].replaceAll(/[\s-]/g, '');
  return number !== undefined &&
    first.line.replaceAll('-', '').toLowerCase().endsWith(`, ${number.toLowerCase()}`)
    ? first.id
    : null;
}

export const operatorDesk = defineQuery({
  name: 'hotline.operator-desk',
  title: { uk: 'Робоче місце оператора', en: 'The operator’s desk' },
  may: ['operator'],
  input: z.object({
    phone: personal(z.string().trim().max(40)).default(''),
    place: personal(z.string().trim().max(300)).default(''),
    houseId: z.uuid().optional(),
    topic: z.string().trim().max(60).default(''),
    /** Of the knowledge base. */
    words: z.string().trim().max(200).default(''),
  }),
  output: deskView,
  async run({ tx, actor, now, looked }, { phone, place, houseId, topic, words }) {
    const today = kyivDate(now);
    const found = place === '' ? [] : await searchAddresses(tx, place, 6);
    const house = chosenHouse(found, houseId, place);
    const plain = plainPhone(phone);
    const [address] = house === null ? [] : await findAddresses(tx, [house]);
    const { answers, ...desk } = await readDesk(tx, {
      phone: plain,
      houseId: address?.id ?? null,
      streetId: address?.streetId ?? found[0]?.streetId ?? null,
      district: address?.district?.code ?? null,
      topic,
      words,
      now,
      today,
      staffId: actor.staffId,
    });
    for (const { id } of [...desk.byPhone, ...desk.atHouse]) looked({ kind: 'case', id });
    for (const { id } of desk.calls) looked({ kind: 'call', id });
    const topics = await listTopics(tx, today);
    return {
      ...desk,
      knowledge: [...answers.map(ownAnswer), ...(await findElsewhere(tx, words, now))],
      phone: plain,
      houseId: address?.id ?? null,
      houseLine: address === undefined ? null : addressLine(address, today),
      found: found.map(({ id, line, formerly }) => ({ id, line, formerly })),
      topics: topics.map(({ code, name, nameEn, group }) => ({ code, name, nameEn, group })),
    };
  },
});
