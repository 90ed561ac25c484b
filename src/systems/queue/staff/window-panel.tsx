import type { z } from 'zod';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { type DeskTicket, minutesSince } from '../desk-view.ts';
import type { myWindow } from '../queries/my-window.ts';

export type MyWindow = z.output<(typeof myWindow)['output']>;

/** The desk's left part: the clerk's window, whom it may call, who was sent away and comes back. */
export function WindowPanel({ state }: { state: MyWindow }) {
  const t = useT();
  if (state.window === null) return <OpenWindow state={state} />;
  return (
    <>
      <h2>{t('queue:desk.window', { number: state.window.number })}</h2>
      <p>
        {state.window.sectors.map((sector) => (
          <SectorTag key={sector} sector={sector} />
        ))}
      </p>
      {state.frozen === null ? null : (
        <Notice kind="attention">{t(`queue:freeze.${state.frozen}.title`)}</Notice>
      )}
      <Form id="call-next" action="/desk/window/call-next">
        <Button hotkey="F2" disabled={state.frozen !== null || state.ticket !== null} large>
          {t('queue:desk.callNext')}
        </Button>
      </Form>
      <h3 class="sentence">{t('queue:waiting', { count: state.waiting.length })}</h3>
      <TicketList
        tickets={state.waiting}
        moment="queuedAt"
        canCall={state.ticket === null && state.frozen === null}
      />
      {state.parked.length === 0 ? null : (
        <>
          <h3>{t('queue:desk.parked')}</h3>
          <TicketList
            tickets={state.parked}
            moment="parkedAt"
            canCall={state.ticket === null && state.frozen === null}
          />
        </>
      )}
      <Form id="close-window" action="/desk/window/close">
        <Button look="quiet" disabled={state.ticket !== null}>
          {t('queue:desk.close')}
        </Button>
      </Form>
    </>
  );
}

function OpenWindow({ state }: { state: MyWindow }) {
  const t = useT();
  return (
    <>
      <h2>{t('queue:desk.openTitle')}</h2>
      <ul class="window-list">
        {state.windows.map((window) => (
          <li key={window.id} id={`window-${window.number}`}>
            <strong>{t('queue:desk.window', { number: window.number })}</strong>
            {window.staffName === null ? (
              <Form id={`open-${window.number}`} action="/desk/window/open">
                <input type="hidden" name="windowId" value={window.id} />
                <Button look="plain" label={t('queue:desk.openNumber', { number: window.number })}>
                  {t('queue:desk.open')}
                </Button>
              </Form>
            ) : (
              <span>{window.staffName}</span>
            )}
            <small>
              {window.sectors.map((sector) => (
                <SectorTag key={sector} sector={sector} />
              ))}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

interface TicketListProps {
  readonly tickets: readonly DeskTicket[];
  readonly moment: 'queuedAt' | 'parkedAt';
  readonly canCall: boolean;
}

function TicketList({ tickets, moment, canCall }: TicketListProps) {
  const { t, now } = usePage();
  if (tickets.length === 0) return <p>{t('queue:desk.nobody')}</p>;
  return (
    <ul class="window-list">
      {tickets.map((ticket) => (
        <li key={ticket.id} id={`ticket-${ticket.id}`}>
          <span>
            <strong>{ticket.number}</strong>{' '}
            {ticket.classState === 'none' ? null : (
              <StatusTag tone="waiting">{t('queue:desk.privileged')}</StatusTag>
            )}
            {ticket.directed ? <StatusTag tone="going">{t('queue:desk.directed')}</StatusTag> : null}
          </span>
          <span>
            {t('queue:minutes', { count: minutesSince(new Date(ticket[moment] ?? ticket.queuedAt), now) })}
          </span>
          <small>{ticket.serviceName ?? t('queue:desk.noService')}</small>
          <Form id={`call-${ticket.id}`} action="/desk/window/call-ticket" inline>
            <input type="hidden" name="ticketId" value={ticket.id} />
            <Button
              look="quiet"
              disabled={!canCall}
              label={t('queue:desk.callNumber', { number: ticket.number })}
            >
              {t('queue:desk.call')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
