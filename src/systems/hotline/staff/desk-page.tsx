import { kyivDate, kyivInstant } from '../../../kernel/calendar/kyiv-time.ts';
import {
  type Answer,
  definePage,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { recordCall } from '../actions/record-call.ts';
import { ELSEWHERE_KINDS } from '../knowledge.ts';
import { operatorDesk } from '../queries/operator-desk.ts';
import { OUTCOMES, URGENCIES } from '../ticket.ts';
import { DeskScreen } from './desk-screen.tsx';

/** A call in under thirty seconds: who, where, what – and one key that ends it. */
export const deskPage = definePage({
  path: '/desk/hotline',
  may: ['operator'],
  shell: 'staff',
  async get(request, form) {
    const asked = lookupOf(request);
    const desk = await request.ask(operatorDesk, asked);
    return view(
      request.t('hotline:desk.title'),
      <DeskScreen desk={desk} asked={{ ...asked, call: request.query['call'] ?? '' }} form={form} />,
      { live: '/live/hotline/main' },
    );
  },
  post: endCall,
});

function lookupOf({ query }: PageRequest) {
  const cut = (name: string, most: number) => (query[name] ?? '').trim().slice(0, most);
  const houseId = cut('houseId', 36);
  return {
    phone: cut('phone', 40),
    place: cut('place', 300),
    topic: cut('topic', 60),
    words: cut('words', 200),
    ...(/^[\da-f-]{36}$/.test(houseId) ? { houseId } : {}),
  };
}

async function endCall(request: PagePost): Promise<Answer> {
  const given = (name: string) => {
    const value = request.field(name);
    return value === '' ? {} : { [name]: value };
  };
  const [outcome = '', id = ''] = request.field('outcome').split(' ');
  const { ticket, appeal } = await request.run(recordCall, {
    phone: request.field('phone'),
    name: request.field('name'),
    topic: request.field('topic') === '' ? null : request.field('topic'),
    outcome: OUTCOMES.find((one) => one === outcome) ?? 'answered',
    place: request.field('place'),
    text: request.field('text'),
    urgency: URGENCIES.find((one) => one === request.field('urgency')) ?? 'ordinary',
    authorAddress: request.field('authorAddress'),
    ...given('houseId'),
    ...given('exchangeCall'),
    ...(outcome === 'event' ? { eventId: id } : {}),
    ...(outcome === 'answered' ? toldOf(id) : {}),
    ...callBackOf(request),
  });
  const taken = ticket ?? appeal;
  if (taken === null) return redirect('/desk/hotline', `hotline:notices.${outcome}`);
  const told = new URLSearchParams({
    number: taken.number,
    code: taken.trackingCode,
    due: taken.dueOn ?? '',
  });
  return redirect(`/desk/hotline?${told.toString()}`);
}

/** Which line of the knowledge was read out: an own answer by its id, another by kind and id. */
function toldOf(line: string) {
  const [kind = '', id = ''] = line.split(':');
  const elsewhere = ELSEWHERE_KINDS.find((one) => one === kind);
  if (elsewhere !== undefined) return { told: { kind: elsewhere, id } };
  return line === '' ? {} : { answerId: line };
}

function callBackOf(request: PagePost) {
  const time = request.field('callBackTime');
  return /^\d\d:\d\d$/.test(time) ? { callBackAt: kyivInstant(kyivDate(request.now), time) } : {};
}
