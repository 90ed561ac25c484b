import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Button } from '../../../kernel/page/components/button.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { holderName } from '../../../kernel/cases/view/holder-name.ts';
import { stateTone } from '../../applications/index.ts';
import { formatMoneyText } from '../../fees/index.ts';
import { myCabinet } from '../queries/my-cabinet.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

type Cabinet = z.output<(typeof myCabinet)['output']>;

export const homePage = definePage({
  path: '/cabinet',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const found = await request.ask(myCabinet, {});
    return view(request.t('cabinet:home.title'), <Home found={found} />);
  },
});

function Home({ found }: { found: Cabinet }) {
  const { t } = usePage();
  return (
    <>
      <CabinetTabs />
      <div class="cabinet-head">
        <div>
          <h1>{t('cabinet:home.title')}</h1>
          <p class="soft">{found.name}</p>
        </div>
        <Form id="sign-out" action="/sign-out" label={t('cabinet:home.signOut')}>
          <Button look="plain">{t('cabinet:home.signOut')}</Button>
        </Form>
      </div>
      <Dues found={found} />
      <Drafts found={found} />
      <Cases found={found} />
      <Visits found={found} />
      <Questions found={found} />
    </>
  );
}

function Dues({ found: { dues } }: { found: Cabinet }) {
  const { t, locale } = usePage();
  const open = dues.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="dues">
      <h2 id="dues">{t('cabinet:home.dues')}</h2>
      <ul class="cabinet-list">
        {open.map(({ code, amount, service, caseNumber }) => (
          <li key={code}>
            <p>
              <a class="cabinet-name" href={`/fees/${code}`}>
                {service}
              </a>
            </p>
            <p class="soft">
              {caseNumber} · <strong>{formatMoneyText(amount, locale)}</strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drafts({ found: { drafts } }: { found: Cabinet }) {
  const { t, locale } = usePage();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t('cabinet:home.drafts')}</h2>
      <ul class="cabinet-list">
        {drafts.map(({ serviceCode, name, savedAt, keptUntil }) => (
          <li key={serviceCode}>
            <p>
              <a class="cabinet-name" href={`/apply/${serviceCode}/check`}>
                {name[locale]}
              </a>
            </p>
            <p class="soft">
              {t('cabinet:home.draftSaved', {
                at: formatDateTime(savedAt, locale),
                until: formatDate(keptUntil, locale),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ found: { cases } }: { found: Cabinet }) {
  const { t, locale } = usePage();
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{t('cabinet:home.cases')}</h2>
      {cases.length === 0 ? (
        <EmptyState
          action={
            <>
              <LinkButton href="/services">{t('cabinet:home.findService')}</LinkButton>{' '}
              <a href="/cabinet/attach">{t('cabinet:tabs.attach')}</a>
            </>
          }
        >
          {t('cabinet:home.noCases')}
        </EmptyState>
      ) : (
        <ul class="cabinet-list">
          {cases.map((one) => (
            <li key={one.id}>
              <p>
                <a
                  class="cabinet-name"
                  href={`/cabinet/${one.isApplication ? 'applications' : 'cases'}/${one.id}`}
                >
                  {one.title}
                </a>
              </p>
              <p>
                <StatusTag tone={stateTone(one.state)}>{one.stateName[locale]}</StatusTag>{' '}
                {one.dueOn === null ? null : <DueBadge dueOn={one.dueOn} finished={!one.isOpen} />}
              </p>
              <p class="soft">
                {one.number} · {formatDate(one.registeredAt, locale)}
                {one.isOpen
                  ? ` · ${t('cabinet:home.holder', { holder: holderName(one.holderKind, one.holder, t) })}`
                  : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Visits({ found: { visits } }: { found: Cabinet }) {
  const { t, locale } = usePage();
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{t('cabinet:home.visits')}</h2>
      {visits.length === 0 ? <p>{t('cabinet:home.noVisits')}</p> : null}
      <ul class="cabinet-list">
        {visits.map(({ code, state, startsAt, services }) => (
          <li key={code}>
            <p>
              <a class="cabinet-name" href={`/booking/${code}`}>
                {formatDateTime(startsAt, locale)}
              </a>
            </p>
            <p class="soft">
              {t(`booking:stateName.${state}`)} · {services.map((name) => name[locale]).join('; ')}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/booking">{t('cabinet:home.book')}</a> ·{' '}
        <a href="/cabinet/attach">{t('cabinet:home.addVisit')}</a>
      </p>
    </section>
  );
}

function Questions({ found: { questions } }: { found: Cabinet }) {
  const { t, locale } = usePage();
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{t('cabinet:home.questions')}</h2>
      <ul class="cabinet-list">
        {questions.map(({ id, question, answer, askedAt, dueOn }) => (
          <li key={id}>
            <p class="cabinet-name">{question}</p>
            <p>{answer ?? t('cabinet:home.answerBy', { date: formatDate(dueOn, locale) })}</p>
            <p class="soft">{formatDate(askedAt, locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
