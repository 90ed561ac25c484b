import { getAppeal } from '../../src/systems/appeals/queries/get-appeal.ts';
import { issueCertificate } from '../../src/systems/community-register/actions/issue-certificate.ts';
import { checkImport } from '../../src/systems/community-register/actions/check-import.ts';
import { getCertificate } from '../../src/systems/community-register/queries/get-certificate.ts';
import { findResidentsQuery } from '../../src/systems/community-register/queries/find-residents.ts';
import { listDuesQuery } from '../../src/systems/fees/queries/list-dues.ts';
import { listPaymentsQuery } from '../../src/systems/fees/queries/list-payments.ts';
import { listRegistersQuery } from '../../src/systems/handover-registers/queries/list-registers.ts';
import { listVisits as listReceptions } from '../../src/systems/reception/queries/list-visits.ts';
import { timetable } from '../../src/systems/reception/queries/timetable.ts';
import { lastQuarter } from '../../src/systems/voice-report/seed.ts';
import { bookByTelephone } from '../../src/systems/booking/actions/book-by-telephone.ts';
import { holdVisit } from '../../src/systems/booking/actions/hold-visit.ts';
import { freeTimes } from '../../src/systems/booking/queries/free-times.ts';
import { act, ask } from './ask-city.ts';
import { RESIDENCE_SERVICE } from './live-visit.ts';
import type { Examples } from './city-pages.ts';

const services = [RESIDENCE_SERVICE];

async function findFreeTime(): Promise<{ day: string; startsAt: string }> {
  const { days } = await ask(freeTimes, { services });
  const day = days.findLast(({ free }) => free > 0)?.day ?? '';
  const { times } = await ask(freeTimes, { services, day });
  return { day, startsAt: times[0] ?? '' };
}

export async function bookVisit(): Promise<{ code: string; day: string; startsAt: string }> {
  const { day, startsAt } = await findFreeTime();
  const { code } = await act(holdVisit, { services, startsAt, email: 'reader@example.org' });
  return { code, day, startsAt };
}

/** A visit that stands: a held one is gone before the last page is opened. */
export async function bookByVoice(): Promise<{ code: string }> {
  const { startsAt } = await findFreeTime();
  const caller = { name: 'Ганна Іванівна', phone: '+380507776655' };
  return act(bookByTelephone, { services, startsAt, ...caller }, 'administrator-03');
}

/** A person of the demo city with a certificate, and a sheet with a row to mend. */
export async function findResidentExamples() {
  const { residents } = await ask(findResidentsQuery, { words: 'ткаченко', limit: 1 }, 'administrator-03');
  const residentId = residents[0]?.id ?? '';
  const { certificateId } = await act(issueCertificate, { residentId }, 'administrator-03');
  const { code } = await ask(getCertificate, { certificateId }, 'administrator-03');
  const rows = [{ row: 2, cells: { name: 'Без Дати' } }];
  const { importId } = await act(checkImport, { fileName: 'register.csv', rows }, 'administrator-03');
  return {
    card: `/desk/residents/${residentId}`,
    certificate: `/desk/residents/certificates/${certificateId}`,
    import: `/desk/residents/imports/${importId}`,
    verified: `/certificates/${code}`,
  };
}

/** A card filled in, one ahead, and the paper of a day. */
export async function findReceptionExamples(day: string): Promise<Examples> {
  const { visits: past } = await ask(listReceptions, { state: 'came', limit: 1 }, 'registrar-01');
  const { visits: ahead } = await ask(listReceptions, { state: 'booked', limit: 1 }, 'registrar-01');
  const { visits: late } = await ask(listReceptions, { state: 'not-recorded', limit: 1 }, 'registrar-01');
  const { leaders } = await ask(timetable, {});
  return {
    '/reception/visit': ['/reception/visit', '/reception/visit?code=RC2ABCD9'],
    '/desk/reception': ['/desk/reception', '/desk/reception?words=ххххх'],
    '/reception/move': ['/reception/move?code=RC2ABCD9'],
    '/desk/reception/:id/print': past.map(({ id }) => `/desk/reception/${id}/print`),
    '/desk/reception/:id': [...past, ...ahead, ...late].map(({ id }) => `/desk/reception/${id}`),
    '/desk/reception/sheet/:leader/:day': leaders
      .slice(0, 1)
      .map(({ id }) => `/desk/reception/sheet/${id}/${day}`),
  };
}

/** Bills, payments and folders of the demo city. */
export async function findMoneyExamples(): Promise<Examples> {
  const { dues } = await ask(listDuesQuery, { state: 'due', limit: 1 }, 'head');
  const { payments } = await ask(listPaymentsQuery, { limit: 1 }, 'head');
  const { registers } = await ask(listRegistersQuery, { limit: 2 }, 'head');
  const [due] = dues;
  return {
    '/fees/:code': due === undefined ? [] : [`/fees/${due.code}`],
    '/fees/:code/bill': due === undefined ? [] : [`/fees/${due.code}/bill`],
    '/desk/fees': ['/desk/fees', '/desk/fees?state=due&sort=-amount'],
    '/desk/fees/charge': ['/desk/fees/charge', `/desk/fees/charge?number=${due?.caseNumber ?? ''}`],
    '/desk/fees/dues/:id': due === undefined ? [] : [`/desk/fees/dues/${due.id}`],
    '/desk/fees/payments': ['/desk/fees/payments', '/desk/fees/payments?show=all'],
    '/desk/fees/payments/:id': payments.map(({ id }) => `/desk/fees/payments/${id}`),
    '/desk/registers/:id': registers.map(({ id }) => `/desk/registers/${id}`),
    '/desk/registers/:id/pdf': registers.slice(0, 1).map(({ id }) => `/desk/registers/${id}/pdf`),
  };
}

/** The demo mayor published the last quarter that is over. */
export function publishedVoice(day: string): Record<string, readonly string[]> {
  const { year, quarter } = lastQuarter(day);
  const path = `/voice/${year}/versions/1`;
  return {
    '/voice/:edition/versions/:version': [`${path}?quarter=${quarter}`],
    '/voice/:edition/versions/:version/print': [`${path}/print?quarter=${quarter}`],
  };
}

/** The slip of a resolution of an appeal; none where the demo city has no such appeal. */
export async function findResolution(caseId: string | undefined): Promise<string[]> {
  if (caseId === undefined) return [];
  const { resolutions } = await ask(getAppeal, { caseId }, 'registrar-01');
  return resolutions.slice(0, 1).map(({ id }) => `/desk/appeals/${caseId}/resolutions/${id}`);
}
