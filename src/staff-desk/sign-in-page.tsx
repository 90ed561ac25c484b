import { Refusal } from '../kernel/actions/refusal.ts';
import type { City } from '../kernel/city.ts';
import { closeSession, findPasswordStage } from '../kernel/identity/session-store.ts';
import { newTotpSecret, totpAddress } from '../kernel/identity/second-factor.ts';
import {
  enrolSecondFactor,
  type SignedIn,
  signInForDemo,
  signInWithCode,
  signInWithPassword,
} from '../kernel/identity/sign-in.ts';
import { Button } from '../kernel/page/components/button.tsx';
import { Form } from '../kernel/page/components/form.tsx';
import { QrCode } from '../kernel/page/components/qr-code.tsx';
import { HiddenField, TextField } from '../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type Page,
  type PageRequest,
  type Redirect,
  redirect,
  view,
} from '../kernel/page/define-page.ts';
import { SESSION_COOKIE } from '../kernel/http/visitor.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';

/** The door of the staff: password, then the code of the authenticator. */
export function signInPages(city: City): readonly Page[] {
  return [signInPage(city), secondFactorPage(city), signOutPage(city), demoSignInPage(city)];
}

function enter(session: SignedIn, to: string): Redirect {
  return {
    ...redirect(to),
    cookies: { [SESSION_COOKIE]: { value: session.token, expires: session.expiresAt } },
  };
}

function signInPage(city: City): Page {
  return definePage({
    path: '/sign-in',
    may: 'anyone',
    shell: 'resident',
    get: async (request, form) =>
      view(request.t('staff-desk:signIn.title'), <SignIn request={request} form={form} />),
    post: async (request) => {
      const session = await signInWithPassword(
        city,
        request.field('login'),
        String(request.form['password'] ?? ''),
      );
      return enter(
        session,
        `/sign-in/code?back=${encodeURIComponent(request.query['back'] ?? '/desk/first')}`,
      );
    },
  });
}

function SignIn({ request, form }: { request: PageRequest; form: FormState | undefined }) {
  const { t } = request;
  return (
    <>
      <h1>{t('staff-desk:signIn.title')}</h1>
      <p class="lead">{t('staff-desk:signIn.lead')}</p>
      <Form state={form}>
        <TextField
          name="login"
          label={t('staff-desk:signIn.login')}
          autocomplete="username"
          width={20}
          first
        />
        <TextField
          name="password"
          label={t('staff-desk:signIn.password')}
          type="password"
          autocomplete="current-password"
          width={20}
        />
        <Button>{t('staff-desk:signIn.next')}</Button>
      </Form>
      {request.demo ? <DemoSignIns /> : null}
    </>
  );
}

function secondFactorPage(city: City): Page {
  const whoOf = async (request: PageRequest) => {
    const who = await findPasswordStage(
      city.connections.database,
      request.cookie(SESSION_COOKIE),
      request.now,
    );
    if (who === undefined) throw new Refusal('staff-desk:refusals.startAgain', {}, 401);
    return who;
  };
  return definePage({
    path: '/sign-in/code',
    may: 'anyone',
    shell: 'resident',
    get: async (request, form) => {
      const who = await whoOf(request);
      const given = form?.values['secret'];
      const secret = who.totpSecret === null ? (typeof given === 'string' ? given : newTotpSecret()) : null;
      return view(
        request.t('staff-desk:code.title'),
        <SecondFactor request={request} form={form} login={who.login} newSecret={secret} />,
      );
    },
    post: async (request) => {
      const who = await whoOf(request);
      if (who.totpSecret === null)
        await enrolSecondFactor(city, who.login, request.field('secret'), request.field('code'));
      const session = await signInWithCode(city, who.login, request.field('code'));
      await closeSession(city.connections.database, request.cookie(SESSION_COOKIE));
      return enter(session, request.query['back'] ?? '/desk/first');
    },
  });
}

interface SecondFactorProps {
  readonly request: PageRequest;
  readonly form: FormState | undefined;
  readonly login: string;
  /** Set at the first sign-in: the authenticator learns it from the picture. */
  readonly newSecret: string | null;
}

function SecondFactor({ request, form, login, newSecret }: SecondFactorProps) {
  const { t } = request;
  return (
    <>
      <h1>{t('staff-desk:code.title')}</h1>
      {newSecret === null ? (
        <p class="lead">{t('staff-desk:code.lead')}</p>
      ) : (
        <>
          <p class="lead">{t('staff-desk:code.enrol')}</p>
          <QrCode text={totpAddress(newSecret, login)} what={t('staff-desk:code.picture')} />
          <p>
            {t('staff-desk:code.byHand')} <code>{newSecret}</code>
          </p>
        </>
      )}
      <Form state={form}>
        {newSecret === null ? null : <HiddenField name="secret" value={newSecret} />}
        <TextField
          name="code"
          label={t('staff-desk:code.label')}
          inputMode="numeric"
          autocomplete="one-time-code"
          width={10}
          first
        />
        <Button>{t('staff-desk:code.enter')}</Button>
      </Form>
    </>
  );
}

function signOutPage(city: City): Page {
  return definePage({
    path: '/sign-out',
    may: 'anyone',
    shell: 'resident',
    post: async (request) => {
      await closeSession(city.connections.database, request.cookie(SESSION_COOKIE));
      return { ...redirect('/', 'staff-desk:signIn.out'), cookies: { [SESSION_COOKIE]: null } };
    },
  });
}

function demoSignInPage(city: City): Page {
  return definePage({
    path: '/demo/sign-in',
    may: 'anyone',
    shell: 'resident',
    post: async (request) => enter(await signInForDemo(city, request.field('login')), '/desk/first'),
  });
}
