import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { SelectField, type SelectChoice } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { type DeskTicket, minutesSince } from '../desk-view.ts';
import { SECTORS } from '../sector.ts';
import { canMove } from '../ticket.ts';
import type { MyWindow } from './window-panel.tsx';

/** The desk's middle part, above what the visit needs: the person at the window and the keys. */
export function VisitControls({ state }: { state: MyWindow }) {
  const { t, now } = usePage();
  const { ticket } = state;
  if (ticket === null)
    return <p>{t(state.window === null ? 'queue:desk.openFirst' : 'queue:desk.callFirst')}</p>;
  const since = ticket.servedFrom ?? ticket.calledAt ?? ticket.queuedAt;
  return (
    <div data-sector={ticket.sector}>
      <p class="ticket-number">{ticket.number}</p>
      <p>
        <SectorTag sector={ticket.sector} />{' '}
        <StatusTag tone={ticket.state === 'serving' ? 'going' : 'waiting'}>
          {t(`queue:states.${ticket.state}`)}
        </StatusTag>{' '}
        {t('queue:minutes', { count: minutesSince(new Date(since), now) })}
        {ticket.callCount > 1 ? ` · ${t('queue:desk.calls', { count: ticket.callCount })}` : ''}
      </p>
      <p>{ticket.serviceName ?? t('queue:desk.noService')}</p>
      <ClassCheck ticket={ticket} />
      <Verbs ticket={ticket} isFrozen={state.frozen !== null} />
      <Transfer state={state} ticket={ticket} />
    </div>
  );
}

const VERBS = [
  { verb: 'begin', path: 'begin', hotkey: 'F9', look: 'primary' },
  { verb: 'finish', path: 'finish', hotkey: 'F10', look: 'primary' },
  { verb: 'recall', path: 'recall', hotkey: 'F4', look: 'plain' },
  { verb: 'park', path: 'park', hotkey: 'F6', look: 'plain' },
  { verb: 'mark-no-show', path: 'no-show', hotkey: 'F7', look: 'plain' },
] as const;

function Verbs({ ticket, isFrozen }: { ticket: DeskTicket; isFrozen: boolean }) {
  const t = useT();
  const possible = VERBS.filter(({ verb }) => canMove(ticket.state, verb));
  return (
    <Form id="visit" action="/desk/window/begin">
      <input type="hidden" name="ticketId" value={ticket.id} />
      <Buttons>
        {possible.map(({ verb, path, hotkey, look }) => (
          <Button
            key={verb}
            look={look}
            hotkey={hotkey}
            formAction={`/desk/window/${path}`}
            disabled={isFrozen && verb === 'recall'}
          >
            {t(`queue:verbs.${verb}`)}
          </Button>
        ))}
      </Buttons>
    </Form>
  );
}

function ClassCheck({ ticket }: { ticket: DeskTicket }) {
  const t = useT();
  if (ticket.classState !== 'declared') {
    return ticket.classState === 'none' ? null : <p>{t(`queue:classStates.${ticket.classState}`)}</p>;
  }
  return (
    <Notice kind="attention" title={ticket.className ?? t('queue:desk.privileged')}>
      <p>
        {t('queue:desk.askDocument', {
          document: ticket.classDocument ?? '',
          article: ticket.classArticle ?? '',
        })}
      </p>
      <Form id="class" action="/desk/window/verify-class" inline>
        <input type="hidden" name="ticketId" value={ticket.id} />
        <Button look="plain" name="accepted" value="yes">
          {t('queue:desk.documentShown')}
        </Button>
        <Button look="plain" name="accepted" value="no">
          {t('queue:desk.documentMissing')}
        </Button>
      </Form>
    </Notice>
  );
}

/** F8 opens it; then a sector or one window. */
function Transfer({ state, ticket }: { state: MyWindow; ticket: DeskTicket }) {
  const t = useT();
  return (
    <details>
      <summary data-hotkey="F8">
        {t('queue:verbs.transfer')} <kbd class="key">F8</kbd>
      </summary>
      <Form id="transfer" action="/desk/window/transfer" inline>
        <input type="hidden" name="ticketId" value={ticket.id} />
        <SelectField name="to" label={t('queue:desk.whereTo')} options={aims(state, t)} />
        <Button look="plain">{t('queue:verbs.transfer')}</Button>
      </Form>
    </details>
  );
}

function aims(state: MyWindow, t: ReturnType<typeof useT>): readonly SelectChoice[] {
  const sectors = SECTORS.map((sector) => ({
    value: `sector:${sector}`,
    label: t(`page:sector.${sector}.name`),
    group: t('queue:desk.toSector'),
  }));
  const windows = state.windows
    .filter(({ id, staffName }) => staffName !== null && id !== state.window?.id)
    .map(({ id, number, staffName }) => ({
      value: `window:${id}`,
      label: `${t('queue:desk.window', { number })}, ${staffName ?? ''}`,
      group: t('queue:desk.toWindow'),
    }));
  return [...sectors, ...windows];
}
