import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { closeDays } from '../actions/close-days.ts';
import { endHours } from '../actions/end-hours.ts';
import { setHours } from '../actions/set-hours.ts';
import type { Timetable } from '../public/timetable-page.tsx';
import { timetable } from '../queries/timetable.ts';
import { ruleWords } from '../reception-words.ts';

const PATH = '/desk/reception/timetable';

/** Hours of the leadership as data, and the days on which nobody is received; a leader closes their own days. */
export const deskTimetablePage = definePage({
  path: PATH,
  may: ['registrar', 'leader'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(timetable, {});
    return view(request.t('reception:timetable.title'), <Editor {...found} form={form} />);
  },
  async post(request) {
    const field = (name: string) => request.field(name);
    const orNull = (name: string) => (field(name) === '' ? null : field(name));
    switch (field('deed')) {
      case 'end':
        await request.run(endHours, { lineId: field('lineId') });
        return redirect(PATH, 'reception:notices.hoursEnded');
      case 'close': {
        const days = { fromDay: field('fromDay'), toDay: orNull('toDay') ?? field('fromDay') };
        const closing = { ...days, leaderId: orNull('leaderId'), reason: field('reason') };
        const { toCall } = await request.run(closeDays, closing);
        return redirect(PATH, toCall > 0 ? 'reception:notices.closedCall' : 'reception:notices.closed');
      }
      default:
        await request.run(setHours, {
          leaderId: field('leaderId'),
          weekday: orNull('weekday'),
          week: field('week'),
          onDay: orNull('onDay'),
          from: field('from'),
          to: field('to'),
          minutes: field('minutes'),
          place: field('place'),
          ...(field('validFrom') === '' ? {} : { validFrom: field('validFrom') }),
        });
        return redirect(PATH, 'reception:notices.hoursSet');
    }
  },
});

type Props = Timetable & { readonly form: FormState | undefined };

function Editor(props: Props) {
  const { t, actor } = usePage();
  const keeps = actor.roles.includes('registrar');
  const own = keeps ? props.leaders : props.leaders.filter(({ id }) => id === actor.staffId);
  return (
    <>
      <h1>{t('reception:timetable.title')}</h1>
      <Hours {...props} leaders={own} />
      {keeps ? (
        <>
          <h2>{t('reception:editor.add')}</h2>
          <HoursForm {...props} />
        </>
      ) : null}
      <h2>{t('reception:editor.close')}</h2>
      <Closures {...props} />
      <CloseForm {...props} leaders={own} />
    </>
  );
}

function Hours({ leaders }: Props) {
  const { t, locale, actor } = usePage();
  const keeps = actor.roles.includes('registrar');
  const rows = leaders.flatMap(({ name, hours }) => hours.map((line) => ({ ...line, name })));
  return (
    <DataTable
      caption={t('reception:timetable.title')}
      captionHidden
      rows={rows}
      keyOf={({ id }) => id}
      empty={t('reception:timetable.none')}
      columns={[
        { key: 'leader', title: t('reception:columns.leader'), heading: true, cell: ({ name }) => name },
        { key: 'time', title: t('reception:columns.time'), cell: (line) => ruleWords(line, t, locale) },
        {
          key: 'minutes',
          title: t('reception:columns.minutes'),
          numeric: true,
          cell: ({ minutes }) => minutes,
        },
        { key: 'place', title: t('reception:columns.place'), cell: ({ place }) => place },
        {
          key: 'valid',
          title: t('reception:columns.valid'),
          narrow: true,
          cell: ({ validFrom, validTo }) =>
            `${formatDate(validFrom, locale)} – ${validTo === null ? '…' : formatDate(validTo, locale)}`,
        },
        ...(keeps ? [endColumn(t)] : []),
      ]}
    />
  );
}

type Line = Timetable['leaders'][number]['hours'][number] & { readonly name: string };

/** Only who keeps the timetable ends its lines. */
function endColumn(t: Translate) {
  return {
    key: 'end',
    title: t('reception:editor.end'),
    cell: ({ id, validTo, name }: Line) =>
      validTo === null ? (
        <Form id={`end-${id}`} label={`${t('reception:editor.end')}, ${name}`} inline>
          <HiddenField name="deed" value="end" />
          <HiddenField name="lineId" value={id} />
          <Button look="quiet">{t('reception:editor.end')}</Button>
        </Form>
      ) : (
        '–'
      ),
  };
}

function HoursForm({ leaders, form }: Props) {
  const { t } = usePage();
  const field = (name: string) => t(`reception:editor.${name}`);
  return (
    <Form id="add" label={field('add')} state={form?.values['deed'] === 'add' ? form : undefined}>
      <HiddenField name="deed" value="add" />
      <LeaderField leaders={leaders} />
      <SelectField
        name="weekday"
        label={field('weekday')}
        empty={field('oneDate')}
        options={[1, 2, 3, 4, 5, 6].map((one) => ({
          value: String(one),
          label: t(`reception:weekdays.${one}`),
        }))}
      />
      <SelectField
        name="week"
        label={field('week')}
        options={[0, 1, 2, 3, 4, 5].map((one) => ({
          value: String(one),
          label: t(`reception:weekNames.${one}`),
        }))}
      />
      <TextField name="onDay" type="date" label={field('onDay')} optional />
      <TextField name="from" type="time" label={field('from')} value="09:00" width={10} />
      <TextField name="to" type="time" label={field('to')} value="12:00" width={10} />
      <TextField
        name="minutes"
        label={t('reception:columns.minutes')}
        value="20"
        inputMode="numeric"
        width={4}
      />
      <TextField name="place" label={t('reception:columns.place')} />
      <TextField name="validFrom" type="date" label={field('validFrom')} width={10} optional />
      <Button>{field('add')}</Button>
    </Form>
  );
}

function LeaderField({ leaders, all }: Pick<Props, 'leaders'> & { all?: boolean }) {
  const { t } = usePage();
  return (
    <SelectField
      name="leaderId"
      label={t('reception:columns.leader')}
      {...(all === true ? { empty: t('reception:editor.everyone') } : {})}
      options={leaders.map(({ id, name, position }) => ({ value: id, label: `${name}, ${position}` }))}
    />
  );
}

function Closures({ closures, leaders }: Props) {
  const { t, locale } = usePage();
  return (
    <ul>
      {closures.map(({ id, leaderId, fromDay, toDay, reason }) => (
        <li key={id}>
          {leaders.find((one) => one.id === leaderId)?.name ?? t('reception:editor.everyone')}:{' '}
          {formatDate(fromDay, locale)} – {formatDate(toDay, locale)}. {reason}
        </li>
      ))}
    </ul>
  );
}

function CloseForm({ leaders, form }: Props) {
  const { t, actor } = usePage();
  const field = (name: string) => t(`reception:editor.${name}`);
  return (
    <Form id="close" label={field('close')} state={form?.values['deed'] === 'close' ? form : undefined}>
      <HiddenField name="deed" value="close" />
      <LeaderField leaders={leaders} all={actor.roles.includes('registrar')} />
      <TextField name="fromDay" type="date" label={field('fromDay')} />
      <TextField name="toDay" type="date" label={field('toDay')} optional />
      <TextField name="reason" label={field('reason')} />
      <Button look="plain">{field('close')}</Button>
    </Form>
  );
}
