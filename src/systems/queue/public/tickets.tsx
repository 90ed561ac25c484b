import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import type { HallState } from '../hall-state.ts';
import { hallState } from '../queries/hall-state.ts';
import { type TicketStatus, ticketStatus } from '../queries/ticket-status.ts';
import { normalCode } from '../ticket-number.ts';
import { FreezeNotice } from './freeze-notice.tsx';
import { aheadWords, waitWords } from './wait-words.ts';

/** The ticket on the phone: where I stand, and then the rating. */
export const ticketPage = definePage({
  path: '/tickets/:code',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const status = await request.ask(ticketStatus, { code: request.params['code'] ?? '' });
    const state = await request.ask(hallState, { hall: status.hall });
    const title = request.t('queue:ticket.title', { number: status.number });
    const isOver = status.isPast || ['served', 'no-show', 'transferred'].includes(status.state);
    return view(
      title,
      <TicketNow status={status} state={state} />,
      isOver ? {} : { live: `/live/hall/${status.hall}` },
    );
  },
});

function TicketNow({ status, state }: { status: TicketStatus; state: HallState }) {
  const t = useT();
  return (
    <div class="my-ticket" data-sector={status.sector}>
      <h1>
        <span class="my-ticket-word">{t('queue:ticket.yours')}</span>{' '}
        <span class="my-ticket-number">{status.number}</span>
      </h1>
      <p>
        <SectorTag sector={status.sector} />
      </p>
      {state.frozen === null ? null : <FreezeNotice frozen={state.frozen} />}
      <div aria-live="polite" data-mark="changes">
        <Standing status={status} />
      </div>
    </div>
  );
}

function Standing({ status }: { status: TicketStatus }) {
  const t = useT();
  if (status.isPast && status.state !== 'served') return <p>{t('queue:ticket.past')}</p>;
  switch (status.state) {
    case 'waiting':
      return <Waiting status={status} />;
    case 'called':
      return (
        <Notice kind="attention" title={t('queue:ticket.called', { window: status.window ?? 0 })}>
          {t('queue:ticket.calledNote')}
        </Notice>
      );
    case 'serving':
      return <p class="my-ticket-now">{t('queue:ticket.serving', { window: status.window ?? 0 })}</p>;
    case 'parked':
      return <p class="my-ticket-now">{t('queue:ticket.parked')}</p>;
    case 'no-show':
      return <p class="my-ticket-now">{t('queue:ticket.noShow')}</p>;
    case 'transferred':
    case 'served':
      return <Served code={status.code} />;
  }
}

function Waiting({ status }: { status: TicketStatus }) {
  const t = useT();
  return (
    <>
      <p class="my-ticket-now">{aheadWords(t, status.ahead ?? 0)}</p>
      <p class="sentence">{waitWords(t, status.waitMinutes)}</p>
      {status.window === null ? null : <p>{t('queue:ticket.directed', { window: status.window })}</p>}
      <p>{t('queue:ticket.leaveOpen')}</p>
    </>
  );
}

function Served({ code }: { code: string }) {
  const t = useT();
  return (
    <>
      <p class="my-ticket-now">{t('queue:ticket.served')}</p>
      <p>
        <LinkButton href={`/rate/${code}`} large>
          {t('queue:ticket.rate')}
        </LinkButton>
      </p>
    </>
  );
}

/** Who cannot scan the code types it. */
export const findTicketPage = definePage({
  path: '/tickets',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    return view(request.t('queue:find.title'), <FindTicket form={form} />);
  },
  async post(request) {
    const { code } = await request.ask(ticketStatus, { code: normalCode(request.field('code')) });
    return redirect(`/tickets/${code}`);
  },
});

function FindTicket({ form }: { form: Parameters<typeof Form>[0]['state'] }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('queue:find.title')}</h1>
      <Form state={form}>
        <TextField
          name="code"
          label={t('queue:find.code')}
          hint={t('queue:find.hint')}
          width={20}
          maxLength={20}
        />
        <Button>{t('queue:find.show')}</Button>
      </Form>
    </>
  );
}
