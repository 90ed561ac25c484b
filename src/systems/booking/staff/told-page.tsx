import { formatDate, formatTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { serviceNames } from '../public/choose-time.tsx';
import type { Visit } from '../public/visit-page.tsx';
import { visitStatus } from '../queries/visit-status.ts';

/** What is told into the telephone: the day, the time, the code letter by letter, what to bring. */
export const toldPage = definePage({
  path: '/desk/bookings/told/:code',
  may: ['administrator', 'head'],
  shell: 'staff',
  async get(request) {
    const visit = await request.ask(visitStatus, { code: request.params['code'] ?? '' });
    return view(request.t('booking:telephone.tell'), <Tell visit={visit} />);
  },
});

function Tell({ visit }: { visit: Visit }) {
  const { t, locale } = usePage();
  const at = new Date(visit.startsAt);
  const documents = [...new Set(visit.services.flatMap((service) => service.documents))];
  return (
    <>
      <h1>{t('booking:telephone.tell')}</h1>
      <p class="booking-told">{visit.code.replaceAll(/(..)(?=.)/g, '$1 ')}</p>
      <p>
        {visit.code
          .split('')
          .map((sign) => (/\d/.test(sign) ? sign : t(`booking:spelling.${sign}`)))
          .join(', ')}
      </p>
      <SummaryList
        lines={[
          { term: t('booking:visit.service'), value: serviceNames(visit, locale) },
          {
            term: t('booking:visit.when'),
            value: `${formatDate(at, locale)}, ${formatWeekday(at, locale)}, ${formatTime(at)}`,
          },
          { term: t('booking:visit.people'), value: t('booking:people', { count: visit.people }) },
        ]}
      />
      <h2>{t('booking:visit.bring')}</h2>
      <ul lang="uk">
        {documents.map((document) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
      <Buttons>
        <LinkButton href="/desk/bookings/new" hotkey="F2">
          {t('booking:telephone.next')}
        </LinkButton>
        <LinkButton href={`/desk/bookings?day=${visit.startsAt.slice(0, 10)}`} look="quiet">
          {t('booking:desk.title')}
        </LinkButton>
      </Buttons>
    </>
  );
}
