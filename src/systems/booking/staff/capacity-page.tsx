import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { formatDate, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Locale } from '../../../kernel/i18n/translate.ts';
import { SECTORS } from '../../service-catalogue/index.ts';
import { setCapacity } from '../actions/set-capacity.ts';
import { listCapacity } from '../queries/list-capacity.ts';

/** How many windows are open for booking in the week, and from when it changes. */
export const capacityPage = definePage({
  path: '/desk/bookings/capacity',
  may: ['head'],
  shell: 'staff',
  async get(request, form) {
    const { rows } = await request.ask(listCapacity, {});
    return view(request.t('booking:capacity.title'), <Capacity rows={rows} form={form} />);
  },
  async post(request) {
    const sector = SECTORS.find((one) => one === request.field('sector')) ?? 'registration';
    await request.run(setCapacity, {
      sector,
      weekday: request.field('weekday'),
      from: request.field('from'),
      to: request.field('to'),
      windows: request.field('windows'),
      share: request.field('share'),
      validFrom: request.field('validFrom'),
    });
    return redirect('/desk/bookings/capacity', 'booking:capacity.done');
  },
});

type Row = Awaited<ReturnType<typeof listCapacity.run>>['rows'][number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** 2024 began with a Monday. */
function weekdayName(weekday: number, locale: Locale): string {
  return formatWeekday(`2024-01-0${weekday}`, locale);
}

function Capacity({ rows, form }: { rows: readonly Row[]; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('booking:capacity.title')}</h1>
      <p class="sentence">{t('booking:capacity.lead')}</p>
      <ChangeForm form={form} />
      <DataTable
        caption={t('booking:capacity.caption')}
        rows={rows}
        keyOf={(row) => `${row.sector} ${row.weekday} ${row.from} ${row.validFrom}`}
        empty={t('booking:capacity.empty')}
        columns={[
          {
            key: 'sector',
            title: t('booking:columns.sector'),
            narrow: true,
            cell: ({ sector }) => <SectorTag sector={sector} />,
          },
          {
            key: 'weekday',
            title: t('booking:capacity.weekday'),
            heading: true,
            cell: ({ weekday }) => weekdayName(weekday, locale),
          },
          {
            key: 'hours',
            title: t('booking:capacity.hours'),
            narrow: true,
            cell: ({ from, to }) => `${from}–${to}`,
          },
          {
            key: 'windows',
            title: t('booking:capacity.windows'),
            numeric: true,
            cell: ({ windows }) => windows,
          },
          { key: 'share', title: t('booking:capacity.share'), numeric: true, cell: ({ share }) => share },
          {
            key: 'bookable',
            title: t('booking:capacity.bookable'),
            numeric: true,
            cell: ({ bookable }) => bookable,
          },
          {
            key: 'from',
            title: t('booking:capacity.validFrom'),
            narrow: true,
            cell: ({ validFrom }) => formatDate(validFrom, locale),
          },
          {
            key: 'to',
            title: t('booking:capacity.validTo'),
            narrow: true,
            cell: ({ validTo }) => (validTo === null ? '–' : formatDate(validTo, locale)),
          },
        ]}
      />
    </>
  );
}

function ChangeForm({ form }: { form: FormState | undefined }) {
  const { t, locale, now } = usePage();
  const tomorrow = addDays(kyivDate(now), 1);
  return (
    <Form state={form} inline label={t('booking:capacity.change')}>
      <SelectField
        name="sector"
        label={t('booking:columns.sector')}
        options={SECTORS.map((sector) => ({ value: sector, label: t(`page:sector.${sector}.name`) }))}
      />
      <SelectField
        name="weekday"
        label={t('booking:capacity.weekday')}
        options={WEEKDAYS.map((weekday) => ({ value: String(weekday), label: weekdayName(weekday, locale) }))}
      />
      <TextField name="from" label={t('booking:capacity.from')} value="00:00" width={4} />
      <TextField name="to" label={t('booking:capacity.to')} value="24:00" width={4} />
      <TextField name="windows" label={t('booking:capacity.windows')} inputMode="numeric" width={4} />
      <TextField name="share" label={t('booking:capacity.share')} inputMode="numeric" width={4} value="40" />
      <TextField name="validFrom" type="date" label={t('booking:capacity.validFrom')} value={tomorrow} />
      <Button>{t('booking:capacity.save')}</Button>
    </Form>
  );
}
