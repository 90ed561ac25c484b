import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { definePage, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { AnswerList, TrackedApplication } from '../../applications/index.ts';
import { formatMoneyText } from '../../fees/index.ts';
import { LooksTable } from '../../journal/index.ts';
import { receiveResult } from '../actions/receive-result.ts';
import { myApplication } from '../queries/my-application.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

type MyApplication = z.output<(typeof myApplication)['output']>;

export const applicationPage = definePage({
  path: '/cabinet/applications/:id',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const found = await request.ask(myApplication, { caseId: request.params['id'] ?? '' });
    return view(found.number, <Application found={found} />);
  },
  async post(request) {
    await request.run(receiveResult, { caseId: request.params['id'] ?? '' });
    return redirect(request.path, 'cabinet:application.received');
  },
});

function Application({ found }: { found: MyApplication }) {
  const { t } = usePage();
  return (
    <>
      <CabinetTabs />
      <TrackedApplication
        found={found}
        next={waitsAsFile(found) ? t('cabinet:application.nextFile') : undefined}
      >
        <Result found={found} />
        <Dues found={found} />
      </TrackedApplication>
      {found.isWhole ? <Given found={found} /> : <Notice>{t('cabinet:application.attached')}</Notice>}
      <h2>{t('cabinet:looks.title')}</h2>
      <LooksTable looks={found.looks} />
    </>
  );
}

/** The result is here already; only its paper waits at the Centre. */
function waitsAsFile({ resultFileId, state }: MyApplication): boolean {
  return resultFileId !== null && state !== 'handed-out';
}

function Result({ found }: { found: MyApplication }) {
  const { t, locale } = usePage();
  const { decision, resultFileId, state } = found;
  if (decision === null) return null;
  const title = t(`cabinet:application.${decision.outcome}`, { date: formatDate(decision.on, locale) });
  return (
    <Notice kind={decision.outcome === 'granted' ? 'done' : 'attention'} title={title}>
      {decision.note === null || decision.note === '' ? null : <p>{decision.note}</p>}
      {resultFileId === null ? (
        <p>{t(state === 'handed-out' ? 'cabinet:application.handedOut' : 'cabinet:application.atCentre')}</p>
      ) : (
        <>
          <p>
            <LinkButton href={`/files/${resultFileId}`} download>
              {t('cabinet:application.download')}
            </LinkButton>
          </p>
          {state === 'handed-out' ? null : <Enough />}
        </>
      )}
    </Notice>
  );
}

function Enough() {
  const { t } = usePage();
  return (
    <Form id="enough" label={t('cabinet:application.enough')}>
      <p>{t('cabinet:application.enoughHint')}</p>
      <Buttons>
        <Button look="plain">{t('cabinet:application.enough')}</Button>
      </Buttons>
    </Form>
  );
}

function Dues({ found: { dues } }: { found: MyApplication }) {
  const { t, locale } = usePage();
  const open = dues.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Notice kind="attention" title={t('cabinet:home.dues')}>
      <ul>
        {open.map(({ code, amount }) => (
          <li key={code}>
            {formatMoneyText(amount, locale)} · <a href={`/fees/${code}`}>{t('cabinet:home.pay')}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Given({ found }: { found: MyApplication }) {
  const { t } = usePage();
  return (
    <>
      {found.answers.length + found.files.length === 0 ? null : <h2>{t('cabinet:application.given')}</h2>}
      <AnswerList answers={found.answers} />
      {found.files.length === 0 ? null : (
        <>
          <h3>{t('cabinet:application.files')}</h3>
          <ul>
            {found.files.map(({ id, name }) => (
              <li key={id}>
                <a href={`/files/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
