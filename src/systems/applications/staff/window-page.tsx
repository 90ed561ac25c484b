import type { z } from 'zod';
import { Desk } from '../../../kernel/page/components/layout.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { present } from '../../../kernel/page/read-address.ts';
import { myWindow, type MyWindow, VisitControls, WindowPanel } from '../../queue/index.ts';
import { findServices } from '../queries/find-services.ts';
import { prepareVisit } from '../queries/prepare-visit.ts';
import { RegisterForm } from './register-form.tsx';
import { ServiceSearch } from './service-search.tsx';
import { TurnAwayForm } from './turn-away-form.tsx';
import { VisitDone } from './visit-done.tsx';
import { doVisitDeed } from './visit-deeds.ts';

export type Visit = z.output<(typeof prepareVisit)['output']>;
export type Found = z.output<(typeof findServices)['output']>['found'];

/** The administrator's one screen: who waits | this visit | what it needs. */
export const windowPage = definePage({
  path: '/desk/window',
  may: ['administrator'],
  shell: 'staff',
  async get(request, form) {
    const state = await request.ask(myWindow, {});
    const words = (request.query['words'] ?? '').trim().slice(0, 200);
    const { found } = words === '' ? { found: [] } : await request.ask(findServices, { words });
    const asked = askedOf(request, form, state, found);
    const visit = await request.ask(prepareVisit, asked);
    return view(
      request.t('applications:window.title'),
      <WindowDesk state={state} visit={visit} found={found} words={words} form={form} />,
      state.window === null ? {} : { live: `/live/hall/${state.window.hall}` },
    );
  },
  post: doVisitDeed,
});

type Asked = z.input<(typeof prepareVisit)['input']>;

/** One service found is the service meant; else the one chosen, else the one the ticket was taken for. */
function askedOf(
  { query }: PageRequest,
  form: FormState | undefined,
  { ticket }: MyWindow,
  found: Found,
): Asked {
  const written = (name: string): string | undefined => {
    const value = form?.values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [only, ...others] = found;
  const unique = others.length === 0 ? only?.code : undefined;
  const onTicket = query['words'] === undefined ? (ticket?.serviceCode ?? undefined) : undefined;
  return present({
    serviceCode: written('serviceCode') ?? query['service'] ?? unique ?? onTicket,
    ticketId: ticket?.id,
    registered: idOf(query['registered']),
    sameApplicantAs: idOf(written('sameApplicantAs') ?? query['same']),
  });
}

function idOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f-]{36}$/.test(text) ? text : undefined;
}

interface Props {
  readonly state: MyWindow;
  readonly visit: Visit;
  readonly found: Found;
  readonly words: string;
  readonly form: FormState | undefined;
}

function WindowDesk({ state, visit, found, words, form }: Props) {
  const t = useT();
  const { ticket } = state;
  return (
    <>
      <h1 class="unseen">{t('applications:window.title')}</h1>
      <Desk
        labels={[
          t('applications:window.waits'),
          t('applications:window.visit'),
          t('applications:window.needs'),
        ]}
        left={<WindowPanel state={state} />}
        middle={
          <>
            <VisitControls state={state} />
            <VisitDone visit={visit} ticketId={ticket?.id} sector={ticket?.sector} />
          </>
        }
        right={
          <>
            <ServiceSearch
              words={words}
              found={found}
              chosen={visit.service?.code}
              same={visit.again?.caseId}
            />
            {visit.service === null ? null : (
              <>
                <RegisterForm service={visit.service} again={visit.again} ticketId={ticket?.id} form={form} />
                <TurnAwayForm
                  service={visit.service}
                  reasons={visit.turnAwayReasons}
                  ticketId={ticket?.id}
                  form={form}
                />
              </>
            )}
          </>
        }
      />
    </>
  );
}
