import type { z } from 'zod';
import { formatDate, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { confirmHomeVisit } from '../actions/confirm-home-visit.ts';
import { requestHomeVisit } from '../actions/request-home-visit.ts';
import { withdrawHomeVisit } from '../actions/withdraw-home-visit.ts';
import { mayMove } from '../home/home-visit.ts';
import { findServices } from '../queries/find-services.ts';
import { homeVisitStatus } from '../queries/home-visit-status.ts';
import { wishOf } from './booking-wish.ts';

const PATH = '/home-visits';
type Found = z.output<(typeof findServices)['output']>['services'];
type Status = z.output<(typeof homeVisitStatus)['output']>;

/** For somebody who cannot come: the service by own words, then who, where and why. */
export const requestHomePage = definePage({
  path: PATH,
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const { services } = wishOf(request);
    const words = (request.query['words'] ?? services[0] ?? '').trim().slice(0, 200);
    const { services: found } = await request.ask(findServices, { words });
    const chosen = found.filter(({ code }) => services.includes(code));
    const title = request.t('booking:home.title');
    return view(
      title,
      <>
        <h1>{title}</h1>
        <p class="lead">{request.t('booking:home.lead')}</p>
        {services.length === 0 ? (
          <ChooseHome words={words} found={found} />
        ) : (
          <AskHome chosen={chosen} form={form} />
        )}
      </>,
    );
  },
  async post(request) {
    const { code } = await request.run(requestHomeVisit, {
      services: [...wishOf(request).services],
      name: request.field('name'),
      phone: request.field('phone'),
      email: request.field('email'),
      address: request.field('address'),
      reason: request.field('reason'),
    });
    return redirect(`${PATH}/${code}`, 'booking:home.asked');
  },
});

function ChooseHome({ words, found }: { words: string; found: Found }) {
  const { t, locale } = usePage();
  return (
    <>
      <search>
        <form class="form form-inline" method="get" action={PATH}>
          <TextField
            name="words"
            type="search"
            label={t('booking:service.words')}
            hint={t('booking:service.wordsHint')}
            value={words}
            maxLength={200}
          />
          <Button>{t('booking:service.find')}</Button>
        </form>
      </search>
      {words !== '' && found.length === 0 ? (
        <EmptyState>{t('booking:service.none', { words })}</EmptyState>
      ) : null}
      <ul class="booking-services">
        {found.map(({ code, name, nameEn }) => (
          <li key={code}>
            <a href={`${PATH}?services=${code}`}>{locale === 'uk' ? name : nameEn}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function AskHome({ chosen, form }: { chosen: Found; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const names = chosen.map(({ name, nameEn }) => (locale === 'uk' ? name : nameEn)).join('; ');
  return (
    <>
      <SummaryList
        lines={[
          {
            term: t('booking:visit.service'),
            value: names,
            action: <a href={PATH}>{t('booking:contact.change')}</a>,
          },
        ]}
      />
      <Form state={form} draft="home-visit">
        <TextField
          name="name"
          label={t('booking:home.name')}
          autocomplete="name"
          maxLength={100}
          width={20}
        />
        <TextField
          name="address"
          label={t('booking:home.address')}
          hint={t('booking:home.addressHint')}
          autocomplete="street-address"
          maxLength={300}
        />
        <TextField
          name="reason"
          label={t('booking:home.reason')}
          hint={t('booking:home.reasonHint')}
          rows={3}
          maxLength={1000}
        />
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          label={t('booking:contact.phone')}
          hint={t('booking:home.phoneHint')}
          width={20}
        />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={t('booking:contact.email')}
          width={20}
          optional
        />
        <p class="soft">{t('booking:home.privacy')}</p>
        <Button>{t('booking:home.ask')}</Button>
      </Form>
    </>
  );
}

/** One's own request by its code: the day, what to have ready, yes or no. */
export const homeVisitPage = definePage({
  path: `${PATH}/:code`,
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const visit = await request.ask(homeVisitStatus, { code: request.params['code'] ?? '' });
    return view(request.t(`booking:home.state.${visit.state}.title`), <HomeNow visit={visit} form={form} />);
  },
  async post(request) {
    const code = request.params['code'] ?? '';
    if (request.field('deed') === 'withdraw') await request.run(withdrawHomeVisit, { code });
    else await request.run(confirmHomeVisit, { code });
    return redirect(`${PATH}/${code}`);
  },
});

function HomeNow({ visit, form }: { visit: Status; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const documents = [...new Set(visit.services.flatMap((service) => service.documents))];
  const when =
    visit.day === null
      ? null
      : `${formatDate(visit.day, locale)}, ${formatWeekday(visit.day, locale)}, ${visit.from ?? ''}–${visit.to ?? ''}`;
  return (
    <>
      <h1>{t(`booking:home.state.${visit.state}.title`)}</h1>
      <p class="lead">{t(`booking:home.state.${visit.state}.next`)}</p>
      <SummaryList
        lines={[
          {
            term: t('booking:visit.service'),
            value: visit.services.map(({ name, nameEn }) => (locale === 'uk' ? name : nameEn)).join('; '),
          },
          { term: t('booking:visit.when'), value: when },
          { term: t('booking:home.answer'), value: visit.answer },
          { term: t('booking:home.code'), value: <strong class="booking-number">{visit.code}</strong> },
        ]}
      />
      <HomeDeeds visit={visit} form={form} />
      {mayMove(visit.state, 'withdraw') && documents.length > 0 ? (
        <section aria-labelledby="ready">
          <h2 id="ready">{t('booking:home.ready')}</h2>
          <ul lang="uk">
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function HomeDeeds({ visit, form }: { visit: Status; form: FormState | undefined }) {
  const { t } = usePage();
  if (!mayMove(visit.state, 'withdraw')) return null;
  return (
    <Buttons>
      {mayMove(visit.state, 'confirm') ? (
        <Form id="confirm" state={form}>
          <HiddenField name="deed" value="confirm" />
          <Button>{t('booking:home.confirm')}</Button>
        </Form>
      ) : null}
      <Form id="withdraw">
        <HiddenField name="deed" value="withdraw" />
        <Button look="quiet">{t('booking:home.withdraw')}</Button>
      </Form>
    </Buttons>
  );
}
