import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { fileRequest } from '../actions/file-request.ts';
import { REQUESTER_KINDS } from '../information-request.ts';

const FILED = 'filed-request';
/** The code is shown once; whoever comes to the computer next must not find it for long. */
const SHOWN_MINUTES = 15;

/** What the law asks of a request and nothing more: who, where to answer, what (art. 19(5)). */
export const filePage = definePage({
  path: '/requests/new',
  may: 'anyone',
  shell: 'resident',
  get: async ({ t }, form) => view(t('information-requests:file.title'), <FileForm form={form} />),
  async post(request) {
    const { number, trackingCode } = await request.run(fileRequest, {
      requester: requesterOf(request),
      subject: request.field('subject'),
      body: request.field('body'),
    });
    const expires = new Date(request.now.getTime() + SHOWN_MINUTES * 60_000);
    return {
      ...redirect('/requests/filed'),
      cookies: { [FILED]: { value: `${number}_${trackingCode}`, expires } },
    };
  },
});

/** Empty fields are left out: an empty address is no address. */
export function requesterOf(request: PagePost) {
  const given = (name: string) => {
    const value = request.field(name);
    return value === '' ? {} : { [name]: value };
  };
  return {
    kind: REQUESTER_KINDS.find((one) => one === request.field('kind')) ?? 'person',
    name: request.field('name'),
    ...given('email'),
    ...given('phone'),
    ...given('address'),
  };
}

export const filedPage = definePage({
  path: '/requests/filed',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const [number = '', code = ''] = request.cookie(FILED).split('_');
    const title = request.t('information-requests:filed.title');
    return number === '' ? redirect('/requests') : view(title, <Filed number={number} code={code} />);
  },
});

function Filed({ number, code }: { number: string; code: string }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('information-requests:filed.title')}</h1>
      <p class="lead">{t('information-requests:filed.lead', { number })}</p>
      <p>{t('information-requests:filed.code', { code })}</p>
      <h2>{t('information-requests:filed.next')}</h2>
      <p>{t('information-requests:filed.term')}</p>
      <p>
        <a href={`/requests/track?${new URLSearchParams({ number, code }).toString()}`}>
          {t('information-requests:journal.track')}
        </a>
      </p>
    </>
  );
}

function FileForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('information-requests:file.title')}</h1>
      <p class="lead">{t('information-requests:file.lead')}</p>
      <Form state={form} draft="information-request">
        <TextField
          name="subject"
          label={t('information-requests:fields.subject')}
          hint={t('information-requests:fields.subjectHint')}
        />
        <TextField
          name="body"
          label={t('information-requests:fields.body')}
          hint={t('information-requests:fields.bodyHint')}
          rows={6}
        />
        <RequesterFields />
        <Button>{t('information-requests:file.send')}</Button>
      </Form>
    </>
  );
}

/** Who asks and where to answer: on the site and at the registrar's desk alike. */
export function RequesterFields({ name = '', email = '' }: { name?: string; email?: string }) {
  const { t } = usePage();
  return (
    <>
      <RadioField
        name="kind"
        label={t('information-requests:fields.kind')}
        value="person"
        inline
        options={REQUESTER_KINDS.filter((kind) => kind !== 'unknown').map((kind) => ({
          value: kind,
          label: t(`information-requests:kinds.${kind}`),
        }))}
      />
      <TextField name="name" label={t('information-requests:fields.name')} autocomplete="name" value={name} />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autocomplete="email"
        label={t('information-requests:fields.email')}
        hint={t('information-requests:fields.contactHint')}
        value={email}
        optional
      />
      <TextField name="phone" type="tel" label={t('information-requests:fields.phone')} width={20} optional />
      <TextField
        name="address"
        label={t('information-requests:fields.address')}
        autocomplete="street-address"
        optional
      />
    </>
  );
}
