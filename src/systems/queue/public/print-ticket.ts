import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { DEVICE_COOKIE, printFromDevice, type RollInput, thisDevice } from '../../devices/index.ts';
import { hallState } from '../queries/hall-state.ts';
import { type TicketStatus, ticketStatus } from '../queries/ticket-status.ts';
import { aheadWords, waitWords } from './wait-words.ts';

/** Leaves the ticket for the printer of this kiosk. False where the browser is no kiosk with a printer. */
export async function printTicket(request: PagePost, code: string): Promise<boolean> {
  const token = request.cookie(DEVICE_COOKIE);
  const { device } = await request.ask(thisDevice, { token });
  if (device === null || device.printerId === null) return false;
  const status = await request.ask(ticketStatus, { code });
  const { name, nameEn } = await request.ask(hallState, { hall: status.hall });
  const roll = ticketRoll(request, status, request.locale === 'uk' ? name : nameEn);
  await request.run(printFromDevice, { token, what: 'ticket', name: status.number, roll });
  return true;
}

/** What stands on the ticket: the number first, the code that opens its place in the queue last. */
function ticketRoll({ t, locale, origin }: PagePost, status: TicketStatus, hall: string): RollInput {
  return [
    { kind: 'text', text: hall, bold: true },
    { kind: 'text', text: t(`page:sector.${status.sector}.name`) },
    { kind: 'text', text: status.number, size: 'huge', bold: true },
    { kind: 'text', text: aheadWords(t, status.ahead ?? 0), bold: true },
    { kind: 'text', text: waitWords(t, status.waitMinutes) },
    { kind: 'text', text: formatDateTime(new Date(status.joinedAt), locale), size: 'small' },
    { kind: 'qr', text: `${origin}/tickets/${status.code}` },
    { kind: 'text', text: t('queue:ticket.scan'), size: 'small' },
    { kind: 'text', text: status.code, size: 'large', bold: true },
    { kind: 'text', text: t('queue:ticket.keep'), size: 'small' },
  ];
}
