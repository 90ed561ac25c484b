import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { MAIN_HALL, READERS } from '../law-input.ts';
import { reception } from '../queries/reception.ts';
import { hallName, hoursWords, validity } from '../words.ts';
import { LawTabs } from './law-tabs.tsx';
import { ReceptionDeeds } from './reception-deeds.tsx';
import { RECEPTION_DEEDS } from './reception-posts.ts';

type Reception = z.output<(typeof reception)['output']>;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** When a hall receives people: the week with its versions, closures, days of their own. */
export const receptionPage = definePage({
  path: '/desk/law/reception',
  may: READERS,
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(reception, { hall: request.query['hall'] ?? MAIN_HALL });
    return view(
      request.t('law:reception.title'),
      <ReceptionView found={found} mayChange={hasRole(request.actor, 'head', 'it')} form={form} />,
    );
  },
  async post(request) {
    const deed = RECEPTION_DEEDS[request.field('deed')];
    if (deed === undefined) throw new Refusal('law:refusals.noSuchDeed', {}, 400);
    await deed(request, request.query['hall'] ?? MAIN_HALL);
    return redirect(request.url, 'law:notices.hours');
  },
});

interface Props {
  readonly found: Reception;
  readonly mayChange: boolean;
  readonly form: FormState | undefined;
}

function ReceptionView({ found, mayChange, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('law:reception.title')}</h1>
      <LawTabs current="reception" />
      {found.halls.length > 1 ? (
        <Tabs
          label={t('law:reception.halls')}
          tabs={found.halls.map((hall) => ({
            path: `/desk/law/reception?hall=${hall}`,
            label: hallName(hall, t),
            current: hall === found.hall,
          }))}
        />
      ) : null}
      <p>
        {found.hall === 'papers' ? (
          t('law:reception.papersHint')
        ) : (
          <a href="/opening-hours">{t('law:reception.public')}</a>
        )}
      </p>
      <Weeks weeks={found.weeks} />
      <Closures closures={found.closures} mayChange={mayChange} />
      <SpecialDays days={found.specialDays} />
      {mayChange ? <ReceptionDeeds week={found.weeks[0]?.days ?? []} form={form} /> : null}
    </>
  );
}

function Weeks({ weeks }: { weeks: Reception['weeks'] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('law:reception.weeks')}
      rows={weeks}
      keyOf={({ validFrom }) => validFrom}
      empty={t('law:reception.noWeeks')}
      columns={[
        {
          key: 'validity',
          title: t('law:terms.validity'),
          heading: true,
          cell: (week) => validity(week, t, locale),
        },
        ...WEEKDAYS.map((weekday) => ({
          key: String(weekday),
          title: t(`law:weekdays.${weekday}`),
          cell: ({ days }: Reception['weeks'][number]) => hoursWords(days[weekday - 1] ?? [], t),
        })),
      ]}
    />
  );
}

function Closures({ closures, mayChange }: { closures: Reception['closures']; mayChange: boolean }) {
  const { t, locale } = usePage();
  const undo = {
    key: 'undo',
    title: t('law:reception.undo'),
    cell: ({ from }: Reception['closures'][number]) => (
      <Form id={`reopen-${from}`} inline label={t('law:reception.reopenOf', { date: from })}>
        <HiddenField name="deed" value="reopen" />
        <HiddenField name="from" value={from} />
        <Button look="quiet">{t('law:reception.reopen')}</Button>
      </Form>
    ),
  };
  return (
    <DataTable
      caption={t('law:reception.closures')}
      rows={closures}
      keyOf={({ from }) => from}
      empty={t('law:reception.noClosures')}
      columns={[
        {
          key: 'from',
          title: t('law:fields.from'),
          heading: true,
          cell: ({ from }) => formatDate(from, locale),
        },
        { key: 'until', title: t('law:fields.until'), cell: ({ until }) => formatDate(until, locale) },
        { key: 'reason', title: t('law:fields.reason'), cell: ({ reason }) => reason },
        ...(mayChange ? [undo] : []),
      ]}
    />
  );
}

function SpecialDays({ days }: { days: Reception['specialDays'] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('law:reception.specialDays')}
      rows={days}
      keyOf={({ date }) => date}
      empty={t('law:reception.noSpecialDays')}
      columns={[
        {
          key: 'date',
          title: t('law:fields.date'),
          heading: true,
          cell: ({ date }) => formatDate(date, locale),
        },
        { key: 'hours', title: t('law:reception.hours'), cell: ({ hours }) => hoursWords(hours, t) },
        { key: 'reason', title: t('law:fields.reason'), cell: ({ reason }) => reason },
      ]}
    />
  );
}
