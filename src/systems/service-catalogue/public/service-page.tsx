import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { formatTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { getServiceQuery } from '../queries/get-service.ts';
import { baseWords, priceWords, termWords } from '../service-words.ts';
import { FrequentList } from './frequent-list.tsx';
import { isFiledOnline } from '../service.ts';
import { CardTable } from './card-table.tsx';
import { Ukrainian } from './ukrainian.tsx';

export type ServiceAnswer = z.output<typeof getServiceQuery.output>;

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export function askService(request: PageRequest): Promise<ServiceAnswer> {
  const { on } = request.query;
  const code = request.params['code']?.slice(0, 20) ?? '';
  return request.ask(getServiceQuery, on !== undefined && CIVIL_DATE.test(on) ? { code, on } : { code });
}

export const servicePage = definePage({
  path: '/services/:code',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const answer = await askService(request);
    const { service } = answer;
    return view(request.locale === 'uk' ? service.name : service.nameEn, <ServiceView answer={answer} />);
  },
});

function ServiceView({ answer }: { answer: ServiceAnswer }) {
  const { t, locale } = usePage();
  const { service, card } = answer;
  return (
    <article class="service">
      <header>
        <p class="service-above">
          <SectorTag sector={service.sector} />{' '}
          <span class="soft">{t('service-catalogue:service.code', { code: service.code })}</span>
        </p>
        <h1>{locale === 'uk' ? service.name : service.nameEn}</h1>
        {locale === 'uk' ? null : (
          <Notice>
            {t('service-catalogue:service.onlyUkrainian')} <Ukrainian>{service.name}</Ukrainian>
          </Notice>
        )}
        <PastVersion answer={answer} />
      </header>
      <div class="service-first">
        <Bring answer={answer} />
        <div class="service-aside">
          <Answers answer={answer} />
          <Deeds answer={answer} />
        </div>
      </div>
      <h2 id="card">{t('service-catalogue:card.title')}</h2>
      {card === null ? (
        <Notice>{t('service-catalogue:card.missing')}</Notice>
      ) : (
        <p class="soft">{t('service-catalogue:card.law')}</p>
      )}
      <CardTable answer={answer} />
      <Versions answer={answer} />
    </article>
  );
}

function Bring({ answer: { service, card, frequentReasons } }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  return (
    <div class="service-bring">
      {card === null ? null : (
        <>
          <Ukrainian as="p" class="lead">
            {card.summary}
          </Ukrainian>
          <h2>{t('service-catalogue:service.forWhom')}</h2>
          <Ukrainian as="p">{card.forWhom}</Ukrainian>
        </>
      )}
      <h2>{t('service-catalogue:service.bring')}</h2>
      <ul class="bring-list">
        {service.documents.map((document) => (
          <Ukrainian as="li" key={document}>
            {document}
          </Ukrainian>
        ))}
      </ul>
      <FrequentList reasons={frequentReasons} />
      <h2>{t('service-catalogue:service.result')}</h2>
      <Ukrainian as="p">{service.result}</Ukrainian>
      {service.online === null ? null : (
        <>
          <h2>{t('service-catalogue:service.online')}</h2>
          <Ukrainian as="p">{service.online}</Ukrainian>
        </>
      )}
    </div>
  );
}

function Answers({ answer }: { answer: ServiceAnswer }) {
  const { t, locale } = usePage();
  const { service, price } = answer;
  const base = baseWords(service.fee, price, t, locale);
  return (
    <dl class="service-answers">
      <Answer term={t('service-catalogue:service.howLong')} value={termWords(service.term, t)}>
        <Ukrainian>{t('service-catalogue:service.article', { article: service.term.article })}</Ukrainian>
      </Answer>
      <Answer
        term={t('service-catalogue:service.howMuch')}
        value={priceWords(service.fee, price?.amount ?? null, t, locale)}
      >
        {base}
        {service.fee?.note ? <Ukrainian as="div">{service.fee.note}</Ukrainian> : null}
      </Answer>
      <Answer term={t('service-catalogue:service.where')} value={t('service-catalogue:centre.name')}>
        {t('service-catalogue:centre.address')}
      </Answer>
      <Answer term={t('service-catalogue:service.when')} value={<Hours reception={answer.reception} />}>
        {t('service-catalogue:service.atWindow', { count: service.averageMinutes })}
      </Answer>
    </dl>
  );
}

function Deeds({ answer: { service } }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  return (
    <div class="service-deeds no-print">
      {isFiledOnline(service) ? (
        <LinkButton href={`/apply/${service.code}`} large>
          {t('service-catalogue:service.apply')}
        </LinkButton>
      ) : null}
      <LinkButton
        href={`/kiosk/main/${service.sector}?take=now&service=${service.code}`}
        look={isFiledOnline(service) ? 'plain' : 'primary'}
        large
      >
        {t('service-catalogue:service.ticket')}
      </LinkButton>
      <LinkButton href={`/booking?services=${service.code}`} look="plain" large>
        {t('service-catalogue:service.book')}
      </LinkButton>
      <a href="/board/main">{t('service-catalogue:service.board')}</a>
      <a href={`/services/${service.code}/ready`}>{t('service-catalogue:ready.title')}</a>
      <a href={`/services/${service.code}/print`}>{t('service-catalogue:service.print')}</a>
      <a href={`/services/${service.code}/technological-card`}>
        {t('service-catalogue:technological.title')}
      </a>
    </div>
  );
}

function Answer(props: { term: string; value: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd>
        <strong>{props.value}</strong>
        {props.children === undefined ? null : <div class="answer-note">{props.children}</div>}
      </dd>
    </div>
  );
}

function Hours({ reception }: { reception: ServiceAnswer['reception'] }) {
  const { t } = usePage();
  if (reception.week.length === 0) return <>{t('service-catalogue:service.hoursUnknown')}</>;
  if (reception.today.length > 0) {
    const hours = reception.today.map(({ from, to }) => `${from}–${to}`).join(', ');
    return <>{t('service-catalogue:service.openToday', { hours })}</>;
  }
  const opens = reception.opens === null ? undefined : new Date(reception.opens);
  return (
    <>
      {t('service-catalogue:service.closedToday')}
      {opens === undefined
        ? ''
        : `; ${t('service-catalogue:service.opens', { day: kyivDate(opens), time: formatTime(opens) })}`}
    </>
  );
}

function PastVersion({ answer: { service } }: { answer: ServiceAnswer }) {
  const { t, url, now } = usePage();
  const on = new URLSearchParams(url.split('?')[1]).get('on');
  if (on === null || !CIVIL_DATE.test(on) || on === kyivDate(now)) return null;
  return (
    <Notice kind="attention">
      <p>
        {t('service-catalogue:service.past', { on })}{' '}
        <a href={`/services/${service.code}`}>{t('service-catalogue:service.today')}</a>
      </p>
    </Notice>
  );
}

function Versions({ answer: { service, versions } }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  const others = versions.filter(({ validFrom }) => validFrom !== service.validFrom);
  return (
    <p class="soft">
      {service.validTo === null
        ? t('service-catalogue:service.since', { from: service.validFrom })
        : t('service-catalogue:service.between', { from: service.validFrom, to: service.validTo })}
      {others.length === 0 ? null : ` ${t('service-catalogue:service.versions')}: `}
      {others.map(({ validFrom }, index) => (
        <span key={validFrom}>
          {index === 0 ? '' : ', '}
          <a href={`/services/${service.code}?on=${validFrom}`}>
            {t('service-catalogue:service.versionFrom', { from: validFrom })}
          </a>
        </span>
      ))}
    </p>
  );
}
