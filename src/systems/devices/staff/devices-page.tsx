import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { addDevice } from '../actions/add-device.ts';
import { DEVICE_KINDS, type DeviceState } from '../device.ts';
import type { DeviceView, PrinterView } from '../device-input.ts';
import { listDevices } from '../queries/list-devices.ts';
import { listPrinters } from '../queries/list-printers.ts';
import { CodeTold } from './code-told.tsx';
import { DeviceFields, settingsOf } from './device-fields.tsx';
import { DevicesTabs } from './devices-tabs.tsx';

const MAY = ['it', 'head'] as const;

/** What stands in the halls, whether it works, and a place for one more. */
export const devicesPage = definePage({
  path: '/desk/devices',
  may: MAY,
  shell: 'staff',
  async get(request, form) {
    const { devices } = await request.ask(listDevices, filterOf(request));
    const format = request.query['format'];
    if (isListFormat(format)) return listDownload(columnsOf(request), devices, format, 'devices');
    const { printers } = await request.ask(listPrinters, {});
    return view(
      request.t('devices:list.title'),
      <Devices request={request} devices={devices} printers={printers} form={form} />,
    );
  },
  async post(request) {
    const kind = DEVICE_KINDS.find((one) => one === request.field('kind')) ?? 'kiosk';
    const { deviceId, code } = await request.run(addDevice, { kind, ...settingsOf(request) });
    return view(
      request.t('devices:code.title'),
      <CodeTold code={code} deviceId={deviceId} origin={request.origin} />,
    );
  },
});

function filterOf({ query }: PageRequest) {
  const kind = DEVICE_KINDS.find((one) => one === query['kind']);
  return { words: query['words'] ?? '', ...(kind === undefined ? {} : { kind }) };
}

function columnsOf({ t, locale }: PageRequest): readonly ListColumn<DeviceView>[] {
  return [
    { title: t('devices:columns.name'), value: ({ name }) => name, width: 30 },
    { title: t('devices:columns.kind'), value: ({ kind }) => t(`devices:kinds.${kind}`), width: 24 },
    { title: t('devices:columns.hall'), value: ({ hall }) => hall },
    { title: t('devices:columns.window'), value: ({ windowNo }) => windowNo },
    { title: t('devices:columns.printer'), value: ({ printerName }) => printerName, width: 24 },
    { title: t('devices:columns.state'), value: ({ state }) => t(`devices:states.${state}`), width: 20 },
    {
      title: t('devices:columns.seen'),
      value: ({ lastSeenAt }) => (lastSeenAt === null ? null : formatDateTime(lastSeenAt, locale)),
      width: 24,
    },
  ];
}

export function toneOf(state: DeviceState): Tone {
  switch (state) {
    case 'working':
      return 'done';
    case 'silent':
      return 'late';
    case 'invited':
      return 'waiting';
    case 'lapsed':
    case 'revoked':
      return 'plain';
  }
}

interface Props {
  readonly request: PageRequest;
  readonly devices: readonly DeviceView[];
  readonly printers: readonly PrinterView[];
  readonly form: FormState | undefined;
}

function Devices({ request, devices, printers, form }: Props) {
  const { t, actor } = usePage();
  const { words, kind } = { kind: '', ...filterOf(request) };
  return (
    <>
      <h1>{t('devices:list.title')}</h1>
      <DevicesTabs current="/desk/devices" />
      <FilterBar found={devices.length} clearPath={words === '' && kind === '' ? undefined : '/desk/devices'}>
        <SearchField label={t('devices:columns.name')} value={words} />
        <SelectField
          name="kind"
          label={t('devices:columns.kind')}
          value={kind}
          empty={t('devices:list.anyKind')}
          options={DEVICE_KINDS.map((one) => ({ value: one, label: t(`devices:kinds.${one}`) }))}
        />
      </FilterBar>
      <DeviceTable devices={devices} />
      <p>
        <LinkButton look="quiet" href="/desk/devices?format=xlsx" download>
          XLSX
        </LinkButton>
        <LinkButton look="quiet" href="/desk/devices?format=csv" download>
          CSV
        </LinkButton>
      </p>
      {actor.roles.includes('it') ? (
        <>
          <h2>{t('devices:list.add')}</h2>
          <Form state={form} id="add" action="/desk/devices">
            <SelectField
              name="kind"
              label={t('devices:columns.kind')}
              options={DEVICE_KINDS.map((one) => ({ value: one, label: t(`devices:kinds.${one}`) }))}
            />
            <DeviceFields printers={printers} />
            <Button>{t('devices:list.addButton')}</Button>
          </Form>
        </>
      ) : null}
    </>
  );
}

function DeviceTable({ devices }: { devices: readonly DeviceView[] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('devices:list.title')}
      captionHidden
      rows={devices}
      keyOf={({ id }) => id}
      id="device"
      empty={t('devices:list.none')}
      mark={({ state }) => (state === 'silent' ? 'late' : undefined)}
      columns={[
        {
          key: 'name',
          title: t('devices:columns.name'),
          heading: true,
          cell: ({ id, name }) => <a href={`/desk/devices/${id}`}>{name}</a>,
        },
        { key: 'kind', title: t('devices:columns.kind'), cell: ({ kind }) => t(`devices:kinds.${kind}`) },
        { key: 'hall', title: t('devices:columns.hall'), narrow: true, cell: ({ hall }) => hall },
        {
          key: 'window',
          title: t('devices:columns.window'),
          numeric: true,
          cell: ({ windowNo }) => windowNo ?? '–',
        },
        {
          key: 'printer',
          title: t('devices:columns.printer'),
          cell: ({ printerName }) => printerName ?? '–',
        },
        {
          key: 'state',
          title: t('devices:columns.state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={toneOf(state)}>{t(`devices:states.${state}`)}</StatusTag>,
        },
        {
          key: 'seen',
          title: t('devices:columns.seen'),
          narrow: true,
          cell: ({ lastSeenAt }) => (lastSeenAt === null ? '–' : formatDateTime(lastSeenAt, locale)),
        },
      ]}
    />
  );
}
