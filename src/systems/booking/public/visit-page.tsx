import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { LATE_MINUTES } from '../../queue/index.ts';
import { visitStatus } from '../queries/visit-status.ts';
import { visitCalendar } from '../visit-calendar.ts';
import { serviceNames } from './choose-time.tsx';
import { ConfirmForm } from './visit-deeds.tsx';

export type Visit = z.output<(typeof visitStatus)['output']>;

export const askVisit = (request: PageRequest): Promise<Visit> =>
  request.ask(visitStatus, { code: request.params['code'] ?? '' });

/** One's own visit by its code: what to do next, what to bring, the QR for the kiosk. */
export const visitPage = definePage({
  path: '/booking/:code',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const visit = await askVisit(request);
    return view(request.t(`booking:state.${visit.state}.title`), <VisitNow visit={visit} />);
  },
});

/** The visit for one's calendar. */
export const visitCalendarPage = definePage({
  path: '/booking/:code/calendar.ics',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const visit = await askVisit(request);
    const { t, locale } = request;
    const place = locale === 'uk' ? visit.hall.name : visit.hall.nameEn;
    const text = visitCalendar({
      code: visit.code,
      startsAt: new Date(visit.startsAt),
      endsAt: new Date(visit.endsAt),
      summary: t('booking:calendar.summary', { service: serviceNames(visit, locale) }),
      description: t('booking:calendar.description', { code: visit.code }),
      location: `${place}, ${visit.hall.address}`,
      page: `${request.origin}/booking/${visit.code}`,
      writtenAt: request.now,
    });
    return {
      kind: 'download',
      name: 'visit.ics',
      type: 'text/calendar; charset=utf-8',
      bytes: Buffer.from(text),
    };
  },
});

function VisitNow({ visit }: { visit: Visit }) {
  const t = useT();
  return (
    <>
      <h1>{t(`booking:state.${visit.state}.title`)}</h1>
      <NextStep visit={visit} />
      <VisitFacts visit={visit} />
      {visit.state === 'confirmed' ? <Ready visit={visit} /> : null}
    </>
  );
}

function NextStep({ visit }: { visit: Visit }) {
  const { t, now } = usePage();
  if (visit.state !== 'held') {
    return (
      <>
        <p class="lead">{t(`booking:state.${visit.state}.next`, { minutes: LATE_MINUTES })}</p>
        {['cancelled', 'expired', 'no-show'].includes(visit.state) ? (
          <p>
            <LinkButton href="/booking">{t('booking:visit.again')}</LinkButton>
          </p>
        ) : null}
      </>
    );
  }
  const until = new Date(visit.heldUntil ?? visit.startsAt);
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return (
    <>
      <Notice kind="attention" title={t('booking:held.until', { time: formatTime(until), count: minutes })}>
        {t('booking:held.letter', { email: visit.email ?? '' })}
      </Notice>
      {visit.demoWord === null ? null : (
        <p class="soft">{t('booking:held.demo', { word: visit.demoWord })}</p>
      )}
      <ConfirmForm code={visit.code} />
    </>
  );
}

export function VisitFacts({ visit }: { visit: Visit }) {
  const { t, locale } = usePage();
  const at = new Date(visit.startsAt);
  const place = locale === 'uk' ? visit.hall.name : visit.hall.nameEn;
  return (
    <SummaryList
      lines={[
        { term: t('booking:visit.service'), value: serviceNames(visit, locale) },
        {
          term: t('booking:visit.sectors'),
          value:
            visit.sectors.length < 2
              ? null
              : visit.sectors.map((sector) => t(`page:sector.${sector}.name`)).join(' → '),
        },
        {
          term: t('booking:visit.when'),
          value: `${formatDate(at, locale)}, ${formatWeekday(at, locale)}, ${formatTime(at)}`,
        },
        { term: t('booking:visit.people'), value: t('booking:people', { count: visit.people }) },
        { term: t('booking:visit.where'), value: `${place}, ${visit.hall.address}` },
        { term: t('booking:visit.code'), value: <strong class="booking-number">{visit.code}</strong> },
      ]}
    />
  );
}

function Ready({ visit }: { visit: Visit }) {
  const { t } = usePage();
  const documents = [...new Set(visit.services.flatMap((service) => service.documents))];
  return (
    <>
      <div class="booking-pass">
        <QrCode text={visit.code} what={t('booking:visit.qr')} />
        <p>{t('booking:visit.scan')}</p>
      </div>
      <section aria-labelledby="bring">
        <h2 id="bring">{t('booking:visit.bring')}</h2>
        {documents.length === 0 ? (
          <p>{t('booking:visit.bringAsk')}</p>
        ) : (
          <ul lang="uk">
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        )}
      </section>
      <Buttons>
        <LinkButton href={`/booking/${visit.code}/calendar.ics`} look="plain" download>
          {t('booking:visit.calendar')}
        </LinkButton>
        <LinkButton href={`/booking/${visit.code}/move`} look="plain">
          {t('booking:visit.move')}
        </LinkButton>
        <LinkButton href={`/cabinet/attach?visit=${visit.code}`} look="plain">
          {t('booking:visit.keep')}
        </LinkButton>
        <LinkButton href={`/booking/${visit.code}/cancel`} look="quiet">
          {t('booking:visit.cancel')}
        </LinkButton>
      </Buttons>
    </>
  );
}
