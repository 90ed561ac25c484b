import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { useT } from '../../../kernel/page/page-context.tsx';
import type { Visit } from './window-page.tsx';

interface Props {
  readonly visit: Visit;
  readonly ticketId: string | undefined;
  readonly sector: string | undefined;
}

/** What this visit has given so far: its papers to print, one more for the same person, a consultation by one key. */
export function VisitDone({ visit, ticketId, sector }: Props) {
  const t = useT();
  const last = visit.done.at(-1);
  return (
    <>
      <h3>{t('applications:window.done')}</h3>
      {visit.done.length === 0 ? (
        <p>{t('applications:window.nothingDone')}</p>
      ) : (
        <DoneList done={visit.done} />
      )}
      {last === undefined ? null : (
        <p>
          <LinkButton look="plain" hotkey="Alt+N" href={`/desk/window?same=${last.id}&words=`}>
            {t('applications:window.oneMore')}
          </LinkButton>
        </p>
      )}
      {visit.consultations === 0 ? null : (
        <p>{t('applications:window.consulted', { count: visit.consultations })}</p>
      )}
      <Form id="consult" action="/desk/window" inline label={t('applications:window.consult')}>
        <HiddenField name="deed" value="consult" />
        {ticketId === undefined ? null : <HiddenField name="ticketId" value={ticketId} />}
        {visit.service === null ? null : <HiddenField name="serviceCode" value={visit.service.code} />}
        {sector === undefined ? null : <HiddenField name="sector" value={sector} />}
        <TextField name="question" label={t('applications:window.question')} width={20} optional />
        <Button look="plain" hotkey="Alt+K">
          {t('applications:window.consult')}
        </Button>
      </Form>
    </>
  );
}

function DoneList({ done }: { done: Visit['done'] }) {
  const t = useT();
  return (
    <ul class="service-found">
      {done.map(({ id, number, service }, index) => {
        const isLast = index === done.length - 1;
        return (
          <li key={id}>
            <a href={`/desk/applications/${id}`}>{number}</a> {service}
            <br />
            <LinkButton
              look="quiet"
              href={`/desk/applications/${id}/receipt?print=now`}
              {...(isLast ? { hotkey: 'Alt+P' } : {})}
            >
              {t('applications:case.receipt')}
            </LinkButton>{' '}
            <LinkButton
              look="quiet"
              href={`/desk/applications/${id}/package?print=now`}
              {...(isLast ? { hotkey: 'Alt+O' } : {})}
            >
              {t('applications:case.package')}
            </LinkButton>{' '}
            <LinkButton look="quiet" href={`/desk/signatures/${id}`}>
              {t('applications:window.signature')}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
