import type { Deed } from '../../kernel/actions/define.ts';
import { kyivDate } from '../../kernel/calendar/kyiv-time.ts';
import { type Address, addressLine, findAddresses } from '../address-register/index.ts';
import { cardInput, registerAppeal } from '../appeals/index.ts';
import type { CallInput } from './actions/record-call.ts';
import { getTopic } from './routing.ts';

/** The caller asks for a written answer: an appeal by telephone with its own terms (Law 393/96-VR). */
export async function fileAppealOfCall(deed: Deed, call: CallInput) {
  const on = kyivDate(deed.now);
  const topic = await getTopic(deed.tx, call.topic ?? '', on);
  const [house] = call.houseId === undefined ? [] : await findAddresses(deed.tx, [call.houseId]);
  const line = house === undefined ? call.place : addressLine(house, on);
  const { id, number, trackingCode, dueOn } = await registerAppeal(deed, {
    card: cardInput.parse({
      channel: 'hotline',
      kind: 'complaint',
      questions: [{ topic: topic.appealTopic, text: call.text.slice(0, 2000) }],
    }),
    author: { name: call.name, address: call.authorAddress || line, phone: call.phone, email: '' },
    text: call.text,
    place: {
      words: line,
      ...pointOf(house),
    },
    synthetic: call.synthetic,
  });
  return { caseId: id, number, trackingCode, dueOn };
}

/** Both degrees or none. */
function pointOf(house: Address | undefined): { lat?: number; lon?: number } {
  if (house === undefined || house.lat === null || house.lon === null) return {};
  return { lat: house.lat, lon: house.lon };
}
