import { z } from 'zod';
import { cityHall } from '../../src/city-hall.ts';
import type { Role } from '../../src/kernel/actions/actor.ts';
import type { Shell } from '../../src/kernel/page/define-page.ts';
import { listComplex } from '../../src/systems/complex-services/queries/list-complex.ts';
import { registerAppeal } from '../../src/systems/appeals/actions/register-appeal.ts';
import { listAppeals } from '../../src/systems/appeals/queries/list-appeals.ts';
import { searchAnswers } from '../../src/systems/consultations/queries/search-answers.ts';
import { listStreets } from '../../src/systems/address-register/queries/list-streets.ts';
import { listDevices } from '../../src/systems/devices/queries/list-devices.ts';
import { takeTicket } from '../../src/systems/queue/actions/take-ticket.ts';
import { listEvents } from '../../src/systems/hotline/queries/events.ts';
import { listTickets } from '../../src/systems/hotline/queries/tickets.ts';
import { publicJournal } from '../../src/systems/information-requests/queries/public-journal.ts';
import { listMembersQuery } from '../../src/systems/staff/queries/list-members.ts';
import { saveApplicant } from '../../src/systems/cabinet/actions/save-applicant.ts';
import { myCabinet } from '../../src/systems/cabinet/queries/my-cabinet.ts';
import { act, ask, askPart } from './ask-city.ts';
import { signOnTablet } from './signed-tablet.ts';
import { makeVisit, RESIDENCE_SERVICE } from './live-visit.ts';
import {
  bookVisit,
  bookByVoice,
  findResidentExamples,
  findReceptionExamples,
  publishedVoice,
  findMoneyExamples,
  findResolution,
} from './made-examples.ts';

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
  '/sign-in/resident',
  '/demo/persons',
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
    .map(({ path, shell, may, needsAccount }) => ({
      pattern: path,
      shell,
      login: needsAccount === true ? 'resident-andriy' : loginOf(may),
    })),
];

function loginOf(may: readonly Role[] | 'anyone'): string | undefined {
  const role = may === 'anyone' ? undefined : may[0];
  return role === undefined || role === 'resident' ? undefined : LOGINS[role];
}

const APPEAL = {
  channel: 'post' as const,
  kind: 'application' as const,
  questions: [{ topic: '090', text: 'Освітлення двору' }],
  author: { name: 'Яценко Надія Павлівна', address: 'вул. Короленка, 8' },
  text: 'Прошу освітити двір: ліхтарі не горять другий тиждень.',
};

/** Addresses of living examples, by pattern; several where a page has several faces. */
export type Examples = Readonly<Record<string, readonly string[]>>;

const READER = { phone: '+380501112233', email: 'reader@example.org', address: 'вул. Шевченка, 8' };
const ownCases = z.object({ cases: z.array(z.object({ id: z.uuid() })) });

/** Makes what the pages show and fills their parameters with it. */
export async function findExamples(): Promise<Examples> {
  const visit = await makeVisit('administrator-03', 1);
  const waiting = await act(takeTicket, { hall: 'main', serviceCode: RESIDENCE_SERVICE });
  const { members } = await ask(listMembersQuery, { words: 'administrator-01' }, 'it');
  const told = await bookByVoice();
  const booked = await bookVisit();
  await act(saveApplicant, { serviceCode: '31-01', contacts: READER }, 'resident-andriy');
  const { cases: own } = await askPart(myCabinet, {}, 'resident-andriy', ownCases);
  const application = `/desk/applications/${visit.caseId}`;
  const { answers } = await ask(searchAnswers, {});
  const { devices } = await ask(listDevices, {}, 'it');
  const { requests } = await ask(publicJournal, {});
  const { tickets } = await ask(listTickets, { limit: 3 }, 'operator-01');
  const { events } = await ask(listEvents, { limit: 3 }, 'operator-01');
  const { applications: wholes } = await ask(listComplex, {}, 'head');
  const resident = await findResidentExamples();
  const { streets } = await ask(listStreets, { renamed: true, limit: 1 });
  const appeal = await act(registerAppeal, APPEAL, 'registrar-01');
  const { appeals } = await ask(listAppeals, { state: 'approved' }, 'registrar-01');
  const answered = appeals.slice(0, 1);
  const resolved = await findResolution(answered[0]?.id);
  const year = new Date().getFullYear();
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' }).format();
  return {
    '/api/systems/:name': ['/api/systems/queue'],
    '/addresses': ['/addresses', '/addresses?words=дворцова 12', '/addresses?words=ххххх'],
    '/addresses/:id': streets.map(({ id }) => `/addresses/${id}`),
    '/desk/addresses/:id': streets.map(({ id }) => `/desk/addresses/${id}`),
    '/certificates/:code': [resident.verified],
    '/desk/residents': ['/desk/residents', '/desk/residents?words=ткаченко', '/desk/residents?words=ххххх'],
    '/desk/residents/data': ['/desk/residents/data?words=ткаченко&format=csv'],
    '/desk/residents/:id': [resident.card],
    '/desk/residents/:id/looks': [`${resident.card}/looks`],
    '/desk/residents/certificates/:id': [resident.certificate],
    '/desk/residents/imports/:id': [resident.import],
    '/desk/residents/imports/:id/bad': [`${resident.import}/bad`],
    '/figures/:id': [
      '/figures/applications.registered',
      '/figures/queue.visitors?by=sector,month',
      '/figures/ratings.positive',
    ],
    '/figures/:id/rows': [
      '/figures/applications.registered/rows',
      '/figures/service-catalogue.services/rows',
    ],
    '/desk/hotline': ['/desk/hotline', '/desk/hotline?place=Університетський 5&topic=water&words=вода'],
    '/problems/:id': tickets.slice(0, 2).map(({ id }) => `/problems/${id}`),
    '/desk/hotline/tickets/:id': tickets.map(({ id }) => `/desk/hotline/tickets/${id}`),
    '/desk/hotline/events/:id': events.map(({ id }) => `/desk/hotline/events/${id}`),
    '/hotline/report/:edition': [`/hotline/report/${year}`, `/hotline/report/${year}-01`],
    '/hotline/report/:edition/print': [`/hotline/report/${year}/print`],
    '/desk/requests': ['/desk/requests', '/desk/requests?order=due'],
    '/desk/requests/:id': requests.map(({ id }) => `/desk/requests/${id}`).slice(0, 3),
    '/requests/answers/:id': requests
      .filter(({ hasAnswer }) => hasAnswer)
      .map(({ id }) => `/requests/answers/${id}`),
    '/voice/:edition': [`/voice/${year}`, `/voice/${year}?quarter=4`],
    '/voice/:edition/print': [`/voice/${year}/print`],
    '/voice/:edition/form': [`/voice/${year}/form`],
    ...publishedVoice(day),
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
    '/desk/bookings/told/:code': [`/desk/bookings/told/${told.code}`],
    '/desk/hall/:hall/what-if': ['/desk/hall/main/what-if'],
    '/services': ['/services', '/services?words=субсидія', '/services?words=ххххх'],
    '/services/:code': ['/services/01-01'],
    '/services/:code/print': ['/services/01-01/print'],
    '/services/:code/technological-card': ['/services/31-01/technological-card'],
    '/services/:code/ready': ['/services/01-01/ready', '/services/06-01/ready?asked=yes&rule-0=no'],
    '/services/:code/ready/print': ['/services/06-01/ready/print?rule-0=no'],
    '/life-events/:code': ['/life-events/birth'],
    '/life/:plan': [
      '/life/e-maliatko',
      '/life/e-maliatko?choose=on&p1=on&p2=on&p10=on',
      '/life/moving-home?choose=on',
    ],
    '/life/:plan/file': ['/life/e-maliatko/file?choice=e-maliatko-3'],
    '/desk/complex/new': [
      '/desk/complex/new',
      '/desk/complex/new?plan=e-maliatko',
      '/desk/complex/new?choice=e-maliatko-7',
    ],
    '/desk/complex/:id': wholes.slice(0, 1).map(({ id }) => `/desk/complex/${id}`),
    '/desk/complex/:id/receipt': wholes.slice(0, 1).map(({ id }) => `/desk/complex/${id}/receipt`),
    '/desk/plans/:code': ['/desk/plans/e-maliatko', '/desk/plans/new'],
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
    // Only with the number and the code of an answered one.
    '/appeals/answer': [],
    '/appeals/track': [
      '/appeals/track',
      `/appeals/track?${new URLSearchParams({ number: appeal.number, code: appeal.trackingCode }).toString()}`,
    ],
    '/desk/appeals': ['/desk/appeals', '/desk/appeals?show=all', '/desk/appeals?show=all&words=ххххх'],
    '/desk/appeals/:id': [
      `/desk/appeals/${appeal.caseId}`,
      ...answered.map(({ id }) => `/desk/appeals/${id}`),
    ],
    '/desk/appeals/:id/answers/:no': answered.map(({ id }) => `/desk/appeals/${id}/answers/1`),
    '/desk/appeals/:id/card': [`/desk/appeals/${appeal.caseId}/card`],
    '/desk/appeals/:id/resolutions/:resolution': resolved,
    '/desk/appeals/classifier': ['/desk/appeals/classifier', '/desk/appeals/classifier?axis=topic'],
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
    '/demo/persons': ['/demo/persons?state=example'],
    '/apply/:code': ['/apply/31-01'],
    ...Object.fromEntries(
      ['applicant', 'questions', 'papers', 'check'].map((step) => [
        `/apply/:code/${step}`,
        [`/apply/31-01/${step}`],
      ]),
    ),
    '/cabinet/applications/:id': own.slice(0, 2).map(({ id }) => `/cabinet/applications/${id}`),
    '/cabinet/applications/:id/filed': own.slice(0, 1).map(({ id }) => `/cabinet/applications/${id}/filed`),
    '/cabinet/cases/:id': own.slice(0, 1).map(({ id }) => `/cabinet/cases/${id}`),
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
    ...(await findMoneyExamples()),
    ...(await findReceptionExamples(day)),
    '/desk/devices/:id': devices.slice(0, 1).map(({ id }) => `/desk/devices/${id}`),
    '/desk/signatures/:case': [`/desk/signatures/${visit.caseId}`],
    '/desk/signatures/drawing/:file': [`/desk/signatures/drawing/${await signOnTablet(visit.caseId)}.svg`],
    '/mobile': ['/mobile', '/mobile?settlement=Завадівка'],
    '/report/:edition/print': [`/report/${year}/print`],
  };
}

/** Addresses of one page; a page without parameters is its own example. */
export function addressesOf({ pattern }: CityPage, examples: Examples): readonly string[] {
  return examples[pattern] ?? (pattern.includes(':') ? [] : [pattern]);
}
