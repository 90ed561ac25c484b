import { cityHall } from '../../src/city-hall.ts';
import type { Role } from '../../src/kernel/actions/actor.ts';
import type { Shell } from '../../src/kernel/page/define-page.ts';
import { searchAnswers } from '../../src/systems/consultations/queries/search-answers.ts';
import { listStreets } from '../../src/systems/address-register/queries/list-streets.ts';
import { takeTicket } from '../../src/systems/queue/actions/take-ticket.ts';
import { holdVisit } from '../../src/systems/booking/actions/hold-visit.ts';
import { freeTimes } from '../../src/systems/booking/queries/free-times.ts';
import { listMembersQuery } from '../../src/systems/staff/queries/list-members.ts';
import { act, ask } from './ask-city.ts';
import { makeVisit, RESIDENCE_SERVICE } from './live-visit.ts';

export interface CityPage {
  /** `/services/:code`, as the manifest says. */
  readonly pattern: string;
  readonly shell: Shell;
  /** Demo login of a person who may; none for everyone's pages. */
  readonly login: string | undefined;
}

/** Pages of the shells and the kernel: they are built from a running city, so they are named here. */
const OF_SHELLS = [
  '/',
  '/about',
  '/accessibility',
  '/api',
  '/api/systems/:name',
  '/audit',
  '/figures',
  '/figures/:id',
  '/figures/:id/rows',
  '/preferences',
  '/sign-in',
] as const;

const LOGINS: Readonly<Record<Exclude<Role, 'resident'>, string>> = {
  administrator: 'administrator-03',
  specialist: 'specialist-dnap-residence',
  head: 'head',
  registrar: 'registrar-01',
  operator: 'operator-01',
  leader: 'mayor',
  auditor: 'auditor',
  integrator: 'integrator',
  it: 'it',
};

/** Every page of the city that can be opened, from the manifests. */
export const cityPages: readonly CityPage[] = [
  ...OF_SHELLS.map((pattern) => ({ pattern, shell: 'resident' as const, login: undefined })),
  ...cityHall
    .flatMap((system) => system.pages)
    .filter((page) => page.get !== undefined)
    .map(({ path, shell, may }) => ({ pattern: path, shell, login: loginOf(may) })),
];

function loginOf(may: readonly Role[] | 'anyone'): string | undefined {
  const role = may === 'anyone' ? undefined : may[0];
  return role === undefined || role === 'resident' ? undefined : LOGINS[role];
}

/** Addresses of living examples, by pattern; several where a page has several faces. */
export type Examples = Readonly<Record<string, readonly string[]>>;

/** Makes what the pages show and fills their parameters with it. */
export async function findExamples(): Promise<Examples> {
  const visit = await makeVisit('administrator-03', 1);
  const waiting = await act(takeTicket, { hall: 'main', serviceCode: RESIDENCE_SERVICE });
  const { members } = await ask(listMembersQuery, { words: 'administrator-01' }, 'it');
  const booked = await bookVisit();
  const application = `/desk/applications/${visit.caseId}`;
  const { answers } = await ask(searchAnswers, {});
  const { streets } = await ask(listStreets, { renamed: true, limit: 1 });
  const year = new Date().getFullYear();
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' }).format();
  return {
    '/api/systems/:name': ['/api/systems/queue'],
    '/addresses': ['/addresses', '/addresses?words=дворцова 12', '/addresses?words=ххххх'],
    '/addresses/:id': streets.map(({ id }) => `/addresses/${id}`),
    '/desk/addresses/:id': streets.map(({ id }) => `/desk/addresses/${id}`),
    '/figures/:id': [
      '/figures/applications.registered',
      '/figures/queue.visitors?by=sector,month',
      '/figures/ratings.positive',
    ],
    '/figures/:id/rows': [
      '/figures/applications.registered/rows',
      '/figures/service-catalogue.services/rows',
    ],
    '/desk/mail/:id': ['/desk/mail/01990000-0000-7000-8000-00000000e001'],
    '/booking': [
      '/booking',
      '/booking?words=субсидія',
      `/booking?services=${RESIDENCE_SERVICE}`,
      `/booking?services=${RESIDENCE_SERVICE}&day=${booked.day}`,
      `/booking?services=${RESIDENCE_SERVICE}&day=${booked.day}&time=${booked.startsAt}`,
    ],
    '/booking/:code': [`/booking/${booked.code}`],
    '/booking/:code/confirm': [`/booking/${booked.code}/confirm`],
    '/booking/:code/cancel': [`/booking/${booked.code}/cancel`],
    '/booking/:code/move': [`/booking/${booked.code}/move`],
    '/booking/:code/calendar.ics': [`/booking/${booked.code}/calendar.ics`],
    '/kiosk/:hall/booking': ['/kiosk/main/booking'],
    '/home-visits/:code': ['/home-visits/HM2ABCD3'],
    '/desk/bookings/told/:code': [`/desk/bookings/told/${booked.code}`],
    '/desk/hall/:hall/what-if': ['/desk/hall/main/what-if'],
    '/services': ['/services', '/services?words=субсидія', '/services?words=ххххх'],
    '/services/:code': ['/services/01-01'],
    '/services/:code/print': ['/services/01-01/print'],
    '/services/:code/technological-card': ['/services/31-01/technological-card'],
    '/services/:code/ready': ['/services/01-01/ready', '/services/06-01/ready?asked=yes&rule-0=no'],
    '/services/:code/ready/print': ['/services/06-01/ready/print?rule-0=no'],
    '/life-events/:code': ['/life-events/birth'],
    '/providers/:code': ['/providers/dnap-residence'],
    '/kiosk/:hall': ['/kiosk/main'],
    '/kiosk/:hall/:sector': [
      '/kiosk/main/registration',
      '/kiosk/main/social?group=housing',
      '/kiosk/main/registration?take=on&service=01-01',
      '/kiosk/main/administrative?take=class',
    ],
    '/kiosk/:hall/ticket/:code': [`/kiosk/main/ticket/${waiting.code}`],
    '/kiosk/:hall/ticket/:code/print': [`/kiosk/main/ticket/${waiting.code}/print`],
    '/tickets/:code': [`/tickets/${waiting.code}`, `/tickets/${visit.ticketCode}`],
    '/consultations': ['/consultations', '/consultations?words=субсидія', '/consultations?words=ххххх'],
    '/consultations/:id': answers.slice(0, 1).map(({ id }) => `/consultations/${id}`),
    '/desk/consultations': ['/desk/consultations', '/desk/consultations?state=published'],
    '/desk/consultations/:id': answers.slice(0, 1).map(({ id }) => `/desk/consultations/${id}`),
    '/desk/ratings': ['/desk/ratings', '/desk/ratings?show=comments', '/desk/ratings?show=all'],
    '/desk/ratings/data': ['/desk/ratings/data?format=xlsx', '/desk/ratings/data?format=csv'],
    '/rate/:code': [`/rate/${visit.ticketCode}`],
    '/board/:hall': ['/board/main'],
    '/calls/:hall': ['/calls/main'],
    '/calls/:hall/:day': [`/calls/main/${day}`],
    '/calls/:hall/:day/json': [`/calls/main/${day}/json`],
    '/desk/hall/:hall': ['/desk/hall/main'],
    '/desk/hall/:hall/freeze': ['/desk/hall/main/freeze'],
    '/desk/hall/:hall/resume': ['/desk/hall/main/resume'],
    '/track': [
      '/track',
      `/track?${new URLSearchParams({ number: visit.number, code: visit.trackingCode }).toString()}`,
    ],
    '/desk/window': [
      '/desk/window',
      '/desk/window?service=01-01',
      '/desk/window?service=31-01',
      '/desk/window?words=прописка',
    ],
    '/desk/applications/:id': [application],
    '/desk/applications/:id/receipt': [`${application}/receipt`],
    '/desk/applications/:id/package': [`${application}/package`],
    '/desk/catalogue/:code/edit': ['/desk/catalogue/01-01/edit'],
    '/desk/catalogue/:code/form': ['/desk/catalogue/31-01/form'],
    '/desk/catalogue/:code/definition.json': ['/desk/catalogue/31-01/definition.json'],
    '/desk/staff/:id': members.slice(0, 1).map(({ id }) => `/desk/staff/${id}`),
    '/report/:edition': [
      `/report/${year}`,
      '/report/2019',
      `/report/${year}.xlsx`,
      `/report/${year}.csv`,
      `/report/${year}.pdf`,
    ],
    '/terms': [
      '/terms',
      '/terms?words=прописка',
      '/terms?service=01-01',
      '/terms?rule=administrative-complaint',
    ],
    '/desk/law/terms/:code': ['/desk/law/terms/administrative-service'],
    '/desk/law/calendar': ['/desk/law/calendar', '/desk/law/calendar?year=2025'],
    '/track/looks': [
      '/track/looks',
      `/track/looks?${new URLSearchParams({ number: visit.number, code: visit.trackingCode }).toString()}`,
    ],
    '/report/:edition/print': [`/report/${year}/print`],
  };
}

/** Addresses of one page; a page without parameters is its own example. */
export function addressesOf({ pattern }: CityPage, examples: Examples): readonly string[] {
  return examples[pattern] ?? (pattern.includes(':') ? [] : [pattern]);
}

/** A visit that is held on a day far enough ahead. */
async function bookVisit(): Promise<{ code: string; day: string; startsAt: string }> {
  const services = [RESIDENCE_SERVICE];
  const { days } = await ask(freeTimes, { services });
  const day = days.findLast(({ free }) => free > 0)?.day ?? '';
  const { times } = await ask(freeTimes, { services, day });
  const startsAt = times[0] ?? '';
  const { code } = await act(holdVisit, { services, startsAt, email: 'reader@example.org' });
  return { code, day, startsAt };
}
