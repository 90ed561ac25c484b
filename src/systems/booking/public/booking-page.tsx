import { ASSISTANCE } from '../booking.ts';
import {
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { holdVisit } from '../actions/hold-visit.ts';
import { joinWaitingList } from '../actions/join-waiting-list.ts';
import { findServices } from '../queries/find-services.ts';
import { freeTimes } from '../queries/free-times.ts';
import { visitStatus } from '../queries/visit-status.ts';
import { type Wish, wishOf, wishPath } from './booking-wish.ts';
import { ChooseService } from './choose-service.tsx';
import { ChooseDay, ChooseTime } from './choose-time.tsx';
import { GiveContact } from './give-contact.tsx';

/** Service, day, time, contact: one thing a page, all of it in the address, nothing lost by going back. */
export const bookingPage = definePage({
  path: '/booking',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const code = request.query['code'];
    if (code !== undefined && form === undefined) {
      const found = await request.ask(visitStatus, { code });
      return redirect(`/booking/${found.code}`);
    }
    return view(request.t('booking:title'), await stepOf(request, wishOf(request), form));
  },
  async post(request) {
    const wish = wishOf(request);
    if (request.field('deed') === 'wait') return waitForDay(request, wish);
    const assistance = ASSISTANCE.find((one) => one === request.field('assistance')) ?? null;
    const { code } = await request.run(holdVisit, {
      services: [...wish.services],
      people: wish.people,
      startsAt: wish.time ?? '',
      email: request.field('email'),
      name: request.field('name'),
      phone: request.field('phone'),
      assistance,
    });
    return redirect(`/booking/${code}`);
  },
});

async function waitForDay(request: PagePost, wish: Wish) {
  await request.run(joinWaitingList, {
    services: [...wish.services],
    people: wish.people,
    day: wish.day ?? '',
    email: request.field('email'),
  });
  return redirect(wishPath({ ...wish, day: undefined }), 'booking:waiting.joined');
}

async function stepOf(request: PageRequest, wish: Wish, form: FormState | undefined) {
  const { day, time } = wish;
  if (wish.services.length === 0 || request.query['more'] !== undefined) {
    const words = (request.query['words'] ?? '').trim().slice(0, 200);
    const { services } = await request.ask(findServices, { words });
    return <ChooseService words={words} found={services} wish={wish} />;
  }
  const free = await request.ask(freeTimes, {
    services: [...wish.services],
    people: wish.people,
    ...(day === undefined ? {} : { day }),
  });
  if (day === undefined) return <ChooseDay free={free} wish={wish} />;
  if (time === undefined) return <ChooseTime free={free} wish={wish} form={form} />;
  return <GiveContact free={free} wish={wish} form={form} />;
}
