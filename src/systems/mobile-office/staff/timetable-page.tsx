import type { z } from 'zod';
import { formatDate, formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { addStop, cancelStop, importStops } from '../actions/stops.ts';
import { listStops } from '../queries/stops.ts';
import { readTimetable } from '../read-timetable.ts';
import type { StopView } from '../stop-input.ts';
import { MobileTabs } from './mobile-tabs.tsx';

type Imported = z.output<typeof importStops.output>;
const HERE = '/desk/mobile';

/** The timetable of the van: stops ahead, one more, a whole sheet, a cancellation with its reason. */
export const timetablePage = definePage({
  path: HERE,
  may: ['head'],
  shell: 'staff',
  async get(request, form) {
    const { stops } = await request.ask(listStops, {});
    const format = request.query['format'];
    if (isListFormat(format)) return listDownload(columnsOf(request), stops, format, 'mobile-office');
    return view(
      request.t('mobile-office:desk.title'),
      <Timetable stops={stops} form={form} imported={null} />,
    );
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  switch (request.field('deed')) {
    case 'cancel':
      await request.run(cancelStop, { stopId: request.field('stopId'), reason: request.field('reason') });
      return redirect(HERE, 'mobile-office:notices.cancelled');
    case 'import':
      return importSheet(request);
    default: {
      const note = request.field('note');
      await request.run(addStop, {
        ...fieldsOf(request, ['route', 'settlement', 'place', 'day', 'from', 'to']),
        lat: request.field('lat').replace(',', '.'),
        lon: request.field('lon').replace(',', '.'),
        serviceCodes: codesOf(request.field('serviceCodes')),
        ...(note === '' ? {} : { note }),
      });
      return redirect(HERE, 'mobile-office:notices.added');
    }
  }
}

function fieldsOf<Name extends string>(request: PagePost, names: readonly Name[]): Record<Name, string> {
  const entries = names.map((name) => [name, request.field(name)] as const);
  return Object.fromEntries(entries) as Record<Name, string>;
}

export function codesOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((code) => code !== '');
}

async function importSheet(request: PagePost): Promise<Answer> {
  const rows = await readTimetable(request.files.find(({ field }) => field === 'sheet'));
  const dryRun = request.field('forReal') !== 'on';
  const imported = await request.run(importStops, { rows: [...rows], dryRun });
  if (imported.added > 0) return redirect(HERE, 'mobile-office:notices.imported');
  const { stops } = await request.ask(listStops, {});
  return view(
    request.t('mobile-office:desk.title'),
    <Timetable stops={stops} form={undefined} imported={imported} />,
  );
}

function columnsOf({ t, locale }: PageRequest): readonly ListColumn<StopView>[] {
  return [
    {
      title: t('mobile-office:columns.day'),
      value: ({ startsAt }) => formatDate(startsAt, locale),
      width: 20,
    },
    { title: t('mobile-office:columns.from'), value: ({ startsAt }) => formatTime(startsAt) },
    { title: t('mobile-office:columns.to'), value: ({ endsAt }) => formatTime(endsAt) },
    { title: t('mobile-office:columns.settlement'), value: ({ settlement }) => settlement, width: 24 },
    { title: t('mobile-office:columns.place'), value: ({ place }) => place, width: 36 },
    { title: t('mobile-office:columns.route'), value: ({ route }) => route, width: 20 },
    {
      title: t('mobile-office:columns.services'),
      value: ({ services }) => services.map(({ code }) => code).join(', '),
      width: 30,
    },
    { title: t('mobile-office:columns.cancelled'), value: ({ cancelReason }) => cancelReason, width: 30 },
  ];
}

interface Props {
  readonly stops: readonly StopView[];
  readonly form: FormState | undefined;
  readonly imported: Imported | null;
}

function Timetable({ stops, form, imported }: Props) {
  const { t } = usePage();
  const stateOf = (deed: string) => (form?.values['deed'] === deed ? form : undefined);
  return (
    <>
      <h1>{t('mobile-office:desk.title')}</h1>
      <MobileTabs current={HERE} />
      <StopTable stops={stops} />
      <p>
        <LinkButton look="quiet" href={`${HERE}?format=xlsx`} download>
          XLSX
        </LinkButton>
        <LinkButton look="quiet" href={`${HERE}?format=csv`} download>
          CSV
        </LinkButton>
        <a href="/mobile">{t('mobile-office:desk.public')}</a>
      </p>
      <h2>{t('mobile-office:desk.add')}</h2>
      <StopForm form={stateOf('add')} />
      <h2>{t('mobile-office:desk.import')}</h2>
      {imported === null ? null : <ImportTold imported={imported} />}
      <p>{t('mobile-office:desk.importNote')}</p>
      <Form id="import" action={HERE} multipart state={stateOf('import')}>
        <HiddenField name="deed" value="import" />
        <FileField name="sheet" label={t('mobile-office:desk.sheet')} accept=".xlsx,.csv" />
        <CheckboxField name="forReal" label={t('mobile-office:desk.forReal')} />
        <Button look="plain">{t('mobile-office:desk.import')}</Button>
      </Form>
    </>
  );
}

function ImportTold({ imported }: { imported: Imported }) {
  const { t } = usePage();
  if (imported.bad.length === 0) return <Notice kind="done">{t('mobile-office:desk.sound')}</Notice>;
  return (
    <Notice kind="attention" title={t('mobile-office:desk.bad', { count: imported.bad.length })}>
      <ul>
        {imported.bad.map(({ row, problem, values }) => (
          <li key={row}>
            {t('mobile-office:desk.badRow', { row })} {t(problem, values)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function StopForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  const text = (name: string, width: 4 | 10 | 20 | 'full' = 'full') => (
    <TextField name={name} label={t(`mobile-office:columns.${name}`)} width={width} />
  );
  return (
    <Form id="stop" action={HERE} state={form}>
      <HiddenField name="deed" value="add" />
      {text('route', 20)}
      {text('settlement', 20)}
      {text('place')}
      <TextField name="day" type="date" label={t('mobile-office:columns.day')} />
      <TextField name="from" type="time" label={t('mobile-office:columns.from')} width={10} />
      <TextField name="to" type="time" label={t('mobile-office:columns.to')} width={10} />
      <TextField name="lat" label={t('mobile-office:desk.lat')} inputMode="decimal" width={10} />
      <TextField name="lon" label={t('mobile-office:desk.lon')} inputMode="decimal" width={10} />
      <TextField
        name="serviceCodes"
        label={t('mobile-office:desk.codes')}
        hint={t('mobile-office:desk.codesHint')}
      />
      <TextField name="note" label={t('mobile-office:desk.note')} optional />
      <Button>{t('mobile-office:desk.addButton')}</Button>
    </Form>
  );
}

function StopTable({ stops }: { stops: readonly StopView[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('mobile-office:desk.title')}
      captionHidden
      rows={stops}
      keyOf={({ id }) => id}
      empty={t('mobile-office:public.none')}
      columns={[
        {
          key: 'day',
          title: t('mobile-office:columns.day'),
          narrow: true,
          cell: ({ startsAt, endsAt }) =>
            `${formatDate(startsAt, locale)}, ${formatTime(startsAt)}–${formatTime(endsAt)}`,
        },
        {
          key: 'settlement',
          title: t('mobile-office:columns.settlement'),
          heading: true,
          cell: ({ settlement }) => settlement,
        },
        { key: 'place', title: t('mobile-office:columns.place'), cell: ({ place }) => place },
        { key: 'route', title: t('mobile-office:columns.route'), cell: ({ route }) => route },
        {
          key: 'services',
          title: t('mobile-office:columns.services'),
          numeric: true,
          cell: ({ services }) => services.length,
        },
        {
          key: 'cancel',
          title: t('mobile-office:columns.cancelled'),
          cell: ({ id, cancelReason, settlement }) =>
            cancelReason ?? (
              <Form
                id={`cancel-${id}`}
                action={HERE}
                inline
                label={t('mobile-office:desk.cancelOf', { settlement })}
              >
                <HiddenField name="deed" value="cancel" />
                <HiddenField name="stopId" value={id} />
                <TextField name="reason" label={t('mobile-office:desk.reason')} labelHidden width={20} />
                <Button look="quiet">{t('mobile-office:desk.cancel')}</Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
