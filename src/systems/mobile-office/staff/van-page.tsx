import type { z } from 'zod';
import { assetPath } from '../../../kernel/page/assets.ts';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type Download, view } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { ApplicantFields } from '../../applications/index.ts';
import { DEVICE_COOKIE } from '../../devices/index.ts';
import { ServiceFields } from '../../service-catalogue/index.ts';
import { leaseBook } from '../actions/lease-book.ts';
import { mergeEntry } from '../actions/merge-entry.ts';
import { vanDesk } from '../queries/van-desk.ts';

type Service = z.output<typeof vanDesk.output>['services'][number];

/** The desk of the van: one page that its laptop keeps, with the forms of the day in it. */
export const vanPage = definePage({
  path: '/desk/van',
  may: ['administrator'],
  shell: 'staff',
  async get(request) {
    const { device, services } = await request.ask(vanDesk, { token: request.cookie(DEVICE_COOKIE) });
    return view(
      request.t('mobile-office:van.title'),
      device === null ? <NoVan /> : <VanDesk name={device.name} services={services} />,
      device === null ? {} : { scripts: ['van'] },
    );
  },
});

function NoVan() {
  const t = useT();
  return (
    <>
      <h1>{t('mobile-office:van.title')}</h1>
      <Notice kind="attention">{t('mobile-office:van.notEnrolled')}</Notice>
      <p>
        <LinkButton href="/device" look="plain">
          {t('mobile-office:van.enrol')}
        </LinkButton>
      </p>
    </>
  );
}

/** Sentences that the page says when no server is there to say them. */
const SAID = [
  'online',
  'offline',
  'waiting',
  'nothingWaiting',
  'validUntil',
  'over',
  'wrongPin',
  'pinShort',
  'pinsDiffer',
  'begun',
  'registered',
  'needed',
  'code10',
  'code8',
  'codeOrPassport',
  'phone',
  'email',
  'merging',
  'merged',
  'conflicts',
  'notSent',
  'signInAgain',
  'revoked',
  'receipt',
  'print',
  'state_waiting',
  'state_registered',
  'state_conflict',
  'noBook',
  'kept',
  'term',
  'trackNote',
  'left',
] as const;

function VanDesk({ name, services }: { name: string; services: readonly Service[] }) {
  const { t, actor } = usePage();
  const words = Object.fromEntries(SAID.map((key) => [key, t(`mobile-office:said.${key}`)]));
  return (
    <div
      id="van"
      data-words={JSON.stringify(words)}
      data-clerk={actor.name}
      data-worker="/desk/van-worker.js"
    >
      <h1>{t('mobile-office:van.title')}</h1>
      <p>
        {name} · <output id="van-line" /> · <output id="van-book" />
      </p>
      <noscript>
        <p>{t('mobile-office:van.noScript')}</p>
      </noscript>
      <output id="van-said" class="notice" hidden />
      <Lock />
      <section id="van-desk" hidden aria-label={t('mobile-office:van.title')}>
        <ServiceChoice services={services} />
        <div id="van-form" />
      </section>
      <section id="van-entries" aria-label={t('mobile-office:van.entries')} hidden>
        <h2>{t('mobile-office:van.entries')}</h2>
        <p id="van-count" />
        <ol id="van-list" />
        <Buttons>
          <Button type="button" name="merge" look="plain">
            {t('mobile-office:van.merge')}
          </Button>
          <Button type="button" name="leave" look="quiet">
            {t('mobile-office:van.leave')}
          </Button>
        </Buttons>
      </section>
      <article id="van-receipt" class="roll" hidden aria-label={t('mobile-office:said.receipt')} />
      {services.map((service) => (
        <template key={service.code} data-service={service.code} data-form={JSON.stringify(service.form)}>
          <RegisterForm service={service} />
        </template>
      ))}
    </div>
  );
}

function Lock() {
  const t = useT();
  return (
    <>
      <Form id="van-begin" label={t('mobile-office:van.begin')}>
        <p>{t('mobile-office:van.beginNote')}</p>
        <TextField
          name="pin"
          type="password"
          label={t('mobile-office:van.newPin')}
          hint={t('mobile-office:van.pinHint')}
          width={20}
        />
        <TextField name="again" type="password" label={t('mobile-office:van.pinAgain')} width={20} />
        <Button>{t('mobile-office:van.begin')}</Button>
      </Form>
      <Form id="van-unlock" label={t('mobile-office:van.unlock')}>
        <TextField name="pin" type="password" label={t('mobile-office:van.pin')} width={20} />
        <Button>{t('mobile-office:van.unlock')}</Button>
      </Form>
    </>
  );
}

function ServiceChoice({ services }: { services: readonly Service[] }) {
  const t = useT();
  return (
    <div class="field">
      <label class="field-label" for="van-service">
        {t('mobile-office:van.service')}
      </label>
      <select id="van-service" class="input select">
        <option value="">{t('mobile-office:van.chooseService')}</option>
        {services.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${code} ${name}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function RegisterForm({ service }: { service: Service }) {
  const t = useT();
  const { value, unit, article } = service.term;
  return (
    <Form id="van-register" label={t('mobile-office:van.register')}>
      <h2 data-name>{service.name}</h2>
      <p data-term>
        {t(`applications:terms.${unit}`, { count: value })} · <small>{article}</small>
      </p>
      <ApplicantFields />
      <ServiceFields fields={service.form} />
      {service.documents.length === 0 ? null : (
        <CheckboxesField
          name="documents"
          label={t('mobile-office:van.documents')}
          options={service.documents.map((name) => ({ value: name, label: name }))}
        />
      )}
      <Button hotkey="Ctrl+Enter">{t('mobile-office:van.register')}</Button>
    </Form>
  );
}

function json(value: unknown): Download {
  const bytes = Buffer.from(JSON.stringify(value));
  return {
    kind: 'download',
    name: 'answer.json',
    type: 'application/json; charset=utf-8',
    inline: true,
    bytes,
  };
}

/** Begins the day: a book of numbers and a permission limited in time. */
export const vanLeasePage = definePage({
  path: '/desk/van/lease',
  may: ['administrator'],
  shell: 'staff',
  async post(request) {
    const holds = request.field('holds');
    const lease = await request.run(leaseBook, {
      token: request.cookie(DEVICE_COOKIE),
      holds: holds === '' ? null : Number(holds),
    });
    return json(lease);
  },
});

/** Takes one application from the van; the key was made there. */
export const vanMergePage = definePage({
  path: '/desk/van/merge',
  may: ['administrator'],
  shell: 'staff',
  async post(request) {
    const brought = mergeEntry.input.safeParse({
      ...readJson(request.field('brought')),
      token: request.cookie(DEVICE_COOKIE),
    });
    // What does not even have the shape is judged, and refused, by the action itself.
    const end = await request.run(mergeEntry, brought.data ?? Object.create(null));
    return json({
      ...end,
      said: end.problem === null ? null : request.t(end.problem, end.problemValues ?? {}),
    });
  },
});

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The service worker. Its text names the assets by their content, so that a new version is a new worker. */
export const vanWorkerPage = definePage({
  path: '/desk/van-worker.js',
  may: 'anyone',
  shell: 'staff',
  async get() {
    const names = ['house.css', 'van.js', 'hotkeys.js', 'drafts.js', 'palette.js', 'scanner.js', 'icon.svg'];
    const fonts = ['onest-cyrillic-wght-normal.woff2', 'onest-latin-wght-normal.woff2'];
    const assets = JSON.stringify([...names, ...fonts].map(assetPath));
    const text = `import '${assetPath('van-worker.js')}';\nself.VAN_ASSETS = ${assets};\n`;
    return {
      kind: 'download',
      name: 'van-worker.js',
      type: 'text/javascript; charset=utf-8',
      inline: true,
      bytes: Buffer.from(text),
    };
  },
});
