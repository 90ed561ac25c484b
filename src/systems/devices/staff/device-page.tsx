import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { changeDevice } from '../actions/change-device.ts';
import { renewCode } from '../actions/renew-code.ts';
import { revokeDevice } from '../actions/revoke-device.ts';
import type { DeviceView, PrinterView } from '../device-input.ts';
import { getDeviceQuery } from '../queries/list-devices.ts';
import { listPrinters } from '../queries/list-printers.ts';
import { CodeTold } from './code-told.tsx';
import { DeviceFields, settingsOf } from './device-fields.tsx';
import { toneOf } from './devices-page.tsx';

/** One device: its place, a new code for it, and the end of it. */
export const devicePageAtDesk = definePage({
  path: '/desk/devices/:id',
  may: ['it', 'head'],
  shell: 'staff',
  async get(request, form) {
    const device = await request.ask(getDeviceQuery, { deviceId: request.params['id'] ?? '' });
    const { printers } = await request.ask(listPrinters, {});
    return view(device.name, <DeviceDesk device={device} printers={printers} form={form} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const deviceId = request.params['id'] ?? '';
  switch (request.field('deed')) {
    case 'code': {
      const { code } = await request.run(renewCode, { deviceId });
      return view(
        request.t('devices:code.title'),
        <CodeTold code={code} deviceId={deviceId} origin={request.origin} />,
      );
    }
    case 'revoke':
      await request.run(revokeDevice, { deviceId });
      return redirect(`/desk/devices/${deviceId}`, 'devices:notices.revoked');
    default:
      await request.run(changeDevice, { deviceId, ...settingsOf(request) });
      return redirect(`/desk/devices/${deviceId}`, 'devices:notices.changed');
  }
}

interface Props {
  readonly device: DeviceView;
  readonly printers: readonly PrinterView[];
  readonly form: FormState | undefined;
}

function DeviceDesk({ device, printers, form }: Props) {
  const { t, locale, actor } = usePage();
  const moment = (at: Date | null) => (at === null ? null : formatDateTime(at, locale));
  return (
    <>
      <h1>{device.name}</h1>
      <p>
        <StatusTag tone={toneOf(device.state)}>{t(`devices:states.${device.state}`)}</StatusTag>
      </p>
      <SummaryList
        lines={[
          { term: t('devices:columns.kind'), value: t(`devices:kinds.${device.kind}`) },
          { term: t('devices:columns.enrolled'), value: moment(device.enrolledAt) },
          { term: t('devices:columns.seen'), value: moment(device.lastSeenAt) },
        ]}
      />
      {actor.roles.includes('it') ? (
        <>
          <Form id="device" state={form?.values['deed'] === 'change' ? form : undefined}>
            <HiddenField name="deed" value="change" />
            <DeviceFields device={device} printers={printers} />
            <Button>{t('devices:list.save')}</Button>
          </Form>
          <h2>{t('devices:device.access')}</h2>
          <p>{t('devices:device.accessNote')}</p>
          <Buttons>
            <Form id="code" label={t('devices:code.again')}>
              <HiddenField name="deed" value="code" />
              <Button look="plain">{t('devices:code.again')}</Button>
            </Form>
            <Form id="revoke" label={t('devices:device.revoke')}>
              <HiddenField name="deed" value="revoke" />
              <Button look="quiet">{t('devices:device.revoke')}</Button>
            </Form>
          </Buttons>
        </>
      ) : null}
    </>
  );
}
