import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { printTest } from '../actions/print-test.ts';
import { savePrinter } from '../actions/save-printer.ts';
import type { PrinterView } from '../device-input.ts';
import type { PrinterSaid } from '../printer-store.ts';
import { listPrinters } from '../queries/list-printers.ts';
import { DevicesTabs } from './devices-tabs.tsx';

/** Printers on the network: address, paper, what each said last, a test print. */
export const printersPage = definePage({
  path: '/desk/devices/printers',
  may: ['it', 'head'],
  shell: 'staff',
  async get(request, form) {
    const { printers } = await request.ask(listPrinters, {});
    const chosen = printers.find(({ id }) => id === request.query['printer']);
    return view(
      request.t('devices:printers.title'),
      <Printers printers={printers} chosen={chosen} form={form} />,
    );
  },
  async post(request) {
    const id = request.field('id');
    if (request.field('deed') === 'test') {
      await request.run(printTest, { printerId: id });
      return redirect('/desk/devices/papers', 'devices:notices.testSent');
    }
    await request.run(savePrinter, {
      ...(id === '' ? {} : { id }),
      name: request.field('name'),
      host: request.field('host'),
      port: request.field('port'),
      widthDots: request.field('widthDots'),
      active: request.field('active') === 'on',
    });
    return redirect('/desk/devices/printers', 'devices:notices.printerSaved');
  },
});

function toneOf(state: PrinterSaid): Tone {
  if (state === 'ready') return 'done';
  return state === 'unknown' ? 'plain' : 'late';
}

interface Props {
  readonly printers: readonly PrinterView[];
  readonly chosen: PrinterView | undefined;
  readonly form: FormState | undefined;
}

function Printers({ printers, chosen, form }: Props) {
  const { t, locale, actor } = usePage();
  const isIt = actor.roles.includes('it');
  return (
    <>
      <h1>{t('devices:printers.title')}</h1>
      <DevicesTabs current="/desk/devices/printers" />
      <DataTable
        caption={t('devices:printers.title')}
        captionHidden
        rows={printers}
        keyOf={({ id }) => id}
        empty={t('devices:printers.none')}
        columns={[
          {
            key: 'name',
            title: t('devices:columns.name'),
            heading: true,
            cell: ({ id, name }) => <a href={`/desk/devices/printers?printer=${id}`}>{name}</a>,
          },
          {
            key: 'address',
            title: t('devices:printers.address'),
            narrow: true,
            cell: ({ host, port }) => `${host}:${port}`,
          },
          {
            key: 'width',
            title: t('devices:printers.width'),
            numeric: true,
            cell: ({ widthDots }) => widthDots,
          },
          {
            key: 'state',
            title: t('devices:columns.state'),
            cell: ({ active, state }) => (
              <StatusTag tone={active ? toneOf(state) : 'plain'}>
                {active ? t(`devices:printerStates.${state}`) : t('devices:printers.off')}
              </StatusTag>
            ),
          },
          {
            key: 'at',
            title: t('devices:printers.stateAt'),
            narrow: true,
            cell: ({ stateAt }) => (stateAt === null ? '–' : formatDateTime(stateAt, locale)),
          },
          {
            key: 'test',
            title: t('devices:printers.test'),
            narrow: true,
            cell: ({ id, active, name }) =>
              isIt && active ? (
                <Form id={`test-${id}`} inline label={t('devices:printers.testOf', { name })}>
                  <HiddenField name="deed" value="test" />
                  <HiddenField name="id" value={id} />
                  <Button look="quiet">{t('devices:printers.test')}</Button>
                </Form>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {isIt ? <PrinterForm printer={chosen} form={form} /> : null}
    </>
  );
}

function PrinterForm({ printer, form }: { printer: PrinterView | undefined; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h2>{printer === undefined ? t('devices:printers.add') : printer.name}</h2>
      <Form state={form} id="printer" action="/desk/devices/printers">
        {printer === undefined ? null : <HiddenField name="id" value={printer.id} />}
        <TextField name="name" label={t('devices:columns.name')} value={printer?.name ?? ''} maxLength={80} />
        <TextField
          name="host"
          label={t('devices:printers.host')}
          hint={t('devices:printers.hostHint')}
          value={printer?.host ?? ''}
          width={20}
        />
        <TextField
          name="port"
          label={t('devices:printers.port')}
          value={String(printer?.port ?? 9100)}
          inputMode="numeric"
          width={10}
        />
        <TextField
          name="widthDots"
          label={t('devices:printers.width')}
          hint={t('devices:printers.widthHint')}
          value={String(printer?.widthDots ?? 576)}
          inputMode="numeric"
          width={10}
        />
        <CheckboxField name="active" label={t('devices:printers.active')} checked={printer?.active ?? true} />
        <Button>{t('devices:list.save')}</Button>
      </Form>
    </>
  );
}
