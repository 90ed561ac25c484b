import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { timetable } from '../queries/timetable.ts';
import { ruleWords } from '../reception-words.ts';

export type Timetable = z.output<(typeof timetable)['output']>;

/** Who of the leadership receives people, when and where (Law 393/96-VR art. 22: brought to everyone's notice). */
export const timetablePage = definePage({
  path: '/reception',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 5,
  get: async (request) =>
    view(request.t('reception:timetable.title'), <Board {...(await request.ask(timetable, {}))} />),
});

function Board({ leaders, closures }: Timetable) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('reception:timetable.title')}</h1>
      <p class="lead">{t('reception:timetable.lead')}</p>
      <Buttons>
        <LinkButton href="/reception/book">{t('reception:timetable.book')}</LinkButton>
        <LinkButton href="/reception/visit" look="quiet">
          {t('reception:timetable.mine')}
        </LinkButton>
      </Buttons>
      {leaders.length === 0 ? <EmptyState>{t('reception:timetable.none')}</EmptyState> : null}
      {leaders.map((leader) => (
        <LeaderHours key={leader.id} leader={leader} closures={closures} />
      ))}
      <h2>{t('reception:timetable.how')}</h2>
      <p>{t('reception:timetable.rules')}</p>
      <p>{t('reception:timetable.first')}</p>
      <p>{t('reception:timetable.walkIn')}</p>
      <p>{t('reception:timetable.outcome')}</p>
      <p>
        {t('reception:timetable.write')} <a href="/appeals/new">{t('reception:timetable.writeLink')}</a>
      </p>
    </>
  );
}

interface LeaderProps {
  readonly leader: Timetable['leaders'][number];
  readonly closures: Timetable['closures'];
}

function LeaderHours({ leader, closures }: LeaderProps) {
  const { t, locale } = usePage();
  const closed = closures.filter(({ leaderId }) => (leaderId ?? leader.id) === leader.id);
  return (
    <section class="reception-leader" aria-labelledby={`leader-${leader.id}`}>
      <h2 id={`leader-${leader.id}`}>{leader.name}</h2>
      <p>{leader.position}</p>
      {leader.hours.length === 0 ? <p>{t('reception:timetable.noHours')}</p> : null}
      <ul>
        {leader.hours.map((line) => (
          <li key={line.id}>
            <strong>{ruleWords(line, t, locale)}</strong>
            <br />
            {line.place}. {t('reception:timetable.minutes', { count: line.minutes })}
          </li>
        ))}
      </ul>
      {closed.map(({ id, fromDay, toDay, reason }) => (
        <p key={id} class="reception-closed">
          {fromDay === toDay
            ? t('reception:timetable.closedDay', { day: formatDate(fromDay, locale), reason })
            : t('reception:timetable.closedDays', {
                from: formatDate(fromDay, locale),
                to: formatDate(toDay, locale),
                reason,
              })}
        </p>
      ))}
    </section>
  );
}
