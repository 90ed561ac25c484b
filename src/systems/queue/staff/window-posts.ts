import { Refusal } from '../../../kernel/actions/refusal.ts';
import { definePage, type Page, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { beginService } from '../actions/begin-service.ts';
import { callNext } from '../actions/call-next.ts';
import { callTicket } from '../actions/call-ticket.ts';
import { closeWindow } from '../actions/close-window.ts';
import { finishService } from '../actions/finish-service.ts';
import { markNoShow } from '../actions/mark-no-show.ts';
import { openWindow } from '../actions/open-window.ts';
import { parkTicket } from '../actions/park-ticket.ts';
import { recallTicket } from '../actions/recall-ticket.ts';
import { transferTicket } from '../actions/transfer-ticket.ts';
import { verifyClass } from '../actions/verify-class.ts';
import { SECTORS } from '../sector.ts';

const DESK = '/desk/window';

/** A key of the desk: does the deed and comes back to the desk, with a sentence where it was refused. */
function deskKey(
  name: string,
  work: (request: PagePost, ticketId: string) => Promise<string | undefined>,
): Page {
  return definePage({
    path: `${DESK}/${name}`,
    may: ['administrator', 'head'],
    shell: 'staff',
    // Somebody reloaded the address of a key.
    get: async () => redirect(DESK),
    async post(request) {
      try {
        return redirect(DESK, await work(request, request.field('ticketId')));
      } catch (error) {
        if (error instanceof Refusal) return redirect(DESK, error.key);
        throw error;
      }
    },
  });
}

/** The form's own words for where to: `sector:social`, `window:<id>`. */
function aimOf(to: string): { sector?: (typeof SECTORS)[number]; windowId?: string } {
  const [kind, aim] = to.split(':');
  if (kind === 'window' && aim !== undefined) return { windowId: aim };
  const sector = SECTORS.find((one) => one === aim);
  return sector === undefined ? {} : { sector };
}

async function callOrTell(request: PagePost): Promise<string | undefined> {
  const { ticket } = await request.run(callNext, {});
  return ticket === null ? 'queue:notices.nobodyWaits' : undefined;
}

async function quietly(work: Promise<unknown>): Promise<undefined> {
  await work;
  return undefined;
}

export const windowPosts: readonly Page[] = [
  deskKey('open', (request) => quietly(request.run(openWindow, { windowId: request.field('windowId') }))),
  deskKey('close', (request) => quietly(request.run(closeWindow, {}))),
  deskKey('call-next', callOrTell),
  deskKey('call-ticket', (request, ticketId) => quietly(request.run(callTicket, { ticketId }))),
  deskKey('recall', (request, ticketId) => quietly(request.run(recallTicket, { ticketId }))),
  deskKey('park', (request, ticketId) => quietly(request.run(parkTicket, { ticketId }))),
  deskKey('no-show', (request, ticketId) => quietly(request.run(markNoShow, { ticketId }))),
  deskKey('begin', (request, ticketId) => quietly(request.run(beginService, { ticketId }))),
  deskKey('finish', (request, ticketId) => quietly(request.run(finishService, { ticketId }))),
  deskKey('transfer', (request, ticketId) =>
    quietly(request.run(transferTicket, { ticketId, ...aimOf(request.field('to')) })),
  ),
  deskKey('verify-class', (request, ticketId) =>
    quietly(request.run(verifyClass, { ticketId, accepted: request.field('accepted') === 'yes' })),
  ),
];
