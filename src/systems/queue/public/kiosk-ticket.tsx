import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { useT, usePage } from '../../../kernel/page/page-context.tsx';
import { type TicketStatus, ticketStatus } from '../queries/ticket-status.ts';
import { hallState } from '../queries/hall-state.ts';
import { aheadWords, waitWords } from './wait-words.ts';

const askStatus = (request: PageRequest) => request.ask(ticketStatus, { code: request.params['code'] ?? '' });

/** The ticket just taken: the number is the screen. */
export const kioskTicket = definePage({
  path: '/kiosk/:hall/ticket/:code',
  may: 'anyone',
  shell: 'kiosk',
  async get(request) {
    const status = await askStatus(request);
    const print = `${request.path}/print`;
    return view(
      request.t('queue:ticket.title', { number: status.number }),
      <TicketScreen
        status={status}
        address={`${request.origin}/tickets/${status.code}`}
        print={print}
        isPrinted={request.query['printed'] === 'on'}
      />,
    );
  },
});

interface TicketScreenProps {
  readonly status: TicketStatus;
  readonly address: string;
  readonly print: string;
  /** The kiosk's own printer has it. */
  readonly isPrinted: boolean;
}

function TicketScreen({ status, address, print, isPrinted }: TicketScreenProps) {
  const t = useT();
  return (
    <div class="kiosk-ticket" data-sector={status.sector}>
      <div>
        <h1>{t('queue:ticket.yours')}</h1>
        <p class="kiosk-number">{status.number}</p>
        <p>
          <strong>{aheadWords(t, status.ahead ?? 0)}</strong> · {waitWords(t, status.waitMinutes)}
        </p>
        <p>{t('queue:ticket.watchBoard')}</p>
        {isPrinted ? (
          <p>{t('queue:ticket.takePaper')}</p>
        ) : (
          <p>
            <a class="kiosk-choice kiosk-choice-main" href={print}>
              {t('queue:ticket.print')}
            </a>
          </p>
        )}
      </div>
      <div class="kiosk-qr">
        <QrCode text={address} what={t('queue:ticket.qr')} />
        <p>{t('queue:ticket.scan')}</p>
        <p class="ticket-code">{status.code}</p>
      </div>
    </div>
  );
}

/** For a thermal printer: a roll 80 mm wide. */
export const kioskTicketPrint = definePage({
  path: '/kiosk/:hall/ticket/:code/print',
  may: 'anyone',
  shell: 'print',
  async get(request) {
    const status = await askStatus(request);
    const hall = await request.ask(hallState, { hall: status.hall });
    return view(
      request.t('queue:ticket.title', { number: status.number }),
      <PrintedTicket
        status={status}
        hall={request.locale === 'uk' ? hall.name : hall.nameEn}
        address={`${request.origin}/tickets/${status.code}`}
      />,
      { scripts: ['print-ticket'] },
    );
  },
});

function PrintedTicket({ status, hall, address }: { status: TicketStatus; hall: string; address: string }) {
  const { t, locale } = usePage();
  return (
    <article class="roll" data-back={`/kiosk/${status.hall}`}>
      <p class="roll-hall">{hall}</p>
      <p class="roll-sector">{t(`page:sector.${status.sector}.name`)}</p>
      <h1 class="roll-number">{status.number}</h1>
      <p>
        {aheadWords(t, status.ahead ?? 0)}
        <br />
        {waitWords(t, status.waitMinutes)}
      </p>
      <p>{formatDateTime(new Date(status.joinedAt), locale)}</p>
      <QrCode text={address} what={t('queue:ticket.qr')} />
      <p>
        {t('queue:ticket.scan')}
        <br />
        <strong class="ticket-code">{status.code}</strong>
      </p>
      <p>{t('queue:ticket.keep')}</p>
    </article>
  );
}
