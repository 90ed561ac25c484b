import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { enrolDevice } from '../actions/enrol-device.ts';
import { DEVICE_COOKIE, makeDeviceToken } from '../device-word.ts';
import { thisDevice } from '../queries/this-device.ts';

const YEARS_5_MS = 5 * 365 * 24 * 60 * 60 * 1000;

type Own = NonNullable<Awaited<ReturnType<typeof thisDevice.run>>['device']>;

/** The home page of every device: it asks for the code once, and from then on leads to the device's work. */
export const devicePage = definePage({
  path: '/device',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const { device } = await request.ask(thisDevice, { token: request.cookie(DEVICE_COOKIE) });
    if (device !== null && request.query['about'] === undefined) return redirect(device.start);
    return view(
      request.t('devices:device.title'),
      device === null ? <Enrol form={form} /> : <About device={device} />,
    );
  },
  async post(request) {
    const token = makeDeviceToken();
    const { start } = await request.run(enrolDevice, { code: request.field('code'), token });
    const expires = new Date(request.now.getTime() + YEARS_5_MS);
    return { ...redirect(start), cookies: { [DEVICE_COOKIE]: { value: token, expires } } };
  },
});

function Enrol({ form }: { form: FormState | undefined }) {
  const t = useT();
  return (
    <>
      <h1>{t('devices:device.title')}</h1>
      <p class="lead">{t('devices:device.lead')}</p>
      <Form state={form}>
        <TextField
          name="code"
          label={t('devices:device.code')}
          hint={t('devices:device.codeHint')}
          width={20}
          maxLength={20}
          first
        />
        <Button>{t('devices:device.enrol')}</Button>
      </Form>
    </>
  );
}

function About({ device }: { device: Own }) {
  const t = useT();
  return (
    <>
      <h1>{device.name}</h1>
      <SummaryList
        lines={[
          { term: t('devices:columns.kind'), value: t(`devices:kinds.${device.kind}`) },
          { term: t('devices:columns.hall'), value: device.hall },
          { term: t('devices:columns.window'), value: device.windowNo },
        ]}
      />
      {device.closedUntil === null ? null : <Notice>{t('devices:device.closedNow')}</Notice>}
      <p>
        <LinkButton href={device.start}>{t('devices:device.begin')}</LinkButton>
      </p>
    </>
  );
}
