import type { z } from 'zod';
import { formatDate, formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { daySheet } from '../queries/day-sheet.ts';
import { timetable } from '../queries/timetable.ts';

type Visits = z.output<(typeof daySheet)['output']>['visits'];

/** The paper on the leader's table: who comes, with what, and a blank for what was decided. */
export const sheetPage = definePage({
  path: '/desk/reception/sheet/:leader/:day',
  may: ['registrar', 'leader'],
  shell: 'print',
  async get(request) {
    const { leader: leaderId = '', day = '' } = request.params;
    const { visits } = await request.ask(daySheet, { leaderId, day });
    const leader = (await request.ask(timetable, {})).leaders.find(({ id }) => id === leaderId);
    const of = leader === undefined ? '' : `${leader.position} ${leader.name}`;
    return view(request.t('reception:sheet.title'), <Sheet visits={visits} leader={of} day={day} />);
  },
});

function Sheet({ visits, leader, day }: { visits: Visits; leader: string; day: string }) {
  const { t, locale } = usePage();
  const places = [...new Set(visits.map(({ place }) => place))].join('; ');
  return (
    <>
      <h1>{t('reception:sheet.title')}</h1>
      <p>
        {leader}
        <br />
        {formatDate(day, locale)}
        {places === '' ? '' : `, ${places}`}
      </p>
      {visits.length === 0 ? <p>{t('reception:sheet.empty')}</p> : <SheetTable visits={visits} />}
      <p>{t('reception:sheet.signature')} ______________________</p>
      <p>{t('reception:sheet.personal')}</p>
    </>
  );
}

function SheetTable({ visits }: { visits: Visits }) {
  const { t } = usePage();
  return (
    <table class="reception-sheet">
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">{t('reception:columns.clock')}</th>
          <th scope="col">{t('reception:columns.name')}</th>
          <th scope="col">{t('reception:columns.question')}</th>
          <th scope="col" class="reception-blank">
            {t('reception:columns.outcome')}
          </th>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ id, startsAt, name, phone, question }, index) => (
          <tr key={id}>
            <td>{index + 1}</td>
            <td>{formatTime(new Date(startsAt))}</td>
            <td>
              {name}
              <br />
              {phone}
            </td>
            <td>{question}</td>
            {/* For the leader's pen. */}
            <td aria-label={t('reception:columns.outcome')} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
