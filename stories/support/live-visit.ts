import { registerApplication } from '../../src/systems/applications/actions/register-application.ts';
import { beginService } from '../../src/systems/queue/actions/begin-service.ts';
import { callNext } from '../../src/systems/queue/actions/call-next.ts';
import { callTicket } from '../../src/systems/queue/actions/call-ticket.ts';
import { closeWindow } from '../../src/systems/queue/actions/close-window.ts';
import { finishService } from '../../src/systems/queue/actions/finish-service.ts';
import { markNoShow } from '../../src/systems/queue/actions/mark-no-show.ts';
import { openWindow } from '../../src/systems/queue/actions/open-window.ts';
import { takeTicket } from '../../src/systems/queue/actions/take-ticket.ts';
import { myWindow } from '../../src/systems/queue/queries/my-window.ts';
import { act, ask } from './ask-city.ts';

/** «Задекларувати місце проживання дорослої людини». */
export const RESIDENCE_SERVICE = '01-01';

/** A made-up person whose РНОКПП has a right control digit. */
export const APPLICANT = { kind: 'person', name: 'Ґудзь Їжак Юхимович', code: '1759013776' } as const;

/** Opens a window for the clerk where she sits at none. */
export async function sitDown(login: string, number: number): Promise<void> {
  const { window, windows } = await ask(myWindow, {}, login);
  const free = windows.find((one) => one.number === number);
  if (window === null && free !== undefined) await act(openWindow, { windowId: free.id }, login);
}

/** Whoever still waits from other stories is called and did not come: the next is the first in the queue. */
export async function emptyHall(login: string, number: number): Promise<void> {
  await sitDown(login, number);
  for (;;) {
    const { ticket } = await act(callNext, {}, login);
    if (ticket === null) break;
    await act(markNoShow, { ticketId: ticket.id }, login);
  }
  await act(closeWindow, {}, login);
}

export interface PastVisit {
  readonly ticketCode: string;
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
}

/** One whole visit by the API: ticket, call, service, one application, end. */
export async function makeVisit(
  login: string,
  window: number,
  serviceCode = RESIDENCE_SERVICE,
): Promise<PastVisit> {
  await sitDown(login, window);
  const { ticketId, code } = await act(takeTicket, { hall: 'main', serviceCode });
  await act(callTicket, { ticketId }, login);
  await act(beginService, { ticketId }, login);
  const application = await act(
    registerApplication,
    { ticketId, serviceCode, applicant: APPLICANT, documents: [] },
    login,
  );
  await act(finishService, { ticketId }, login);
  const { caseId, number, trackingCode } = application;
  return { ticketCode: code, caseId, number, trackingCode };
}
