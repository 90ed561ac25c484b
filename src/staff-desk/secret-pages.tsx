import { Refusal } from '../kernel/actions/refusal.ts';
import type { City } from '../kernel/city.ts';
import { acceptInvitation, findInvited, inviteMember, issueToken } from '../kernel/identity/invitation.ts';
import { Button } from '../kernel/page/components/button.tsx';
import { Form } from '../kernel/page/components/form.tsx';
import { TextField } from '../kernel/page/components/text-field.tsx';
import { definePage, type Page, type PageRequest, redirect, view } from '../kernel/page/define-page.ts';

const TOKEN_DAYS = 365;

/** Secrets told once: the invitation that sets a password, and the API token. */
export function secretPages(city: City): readonly Page[] {
  return [invitationPage(city), tokenPage(city), welcomePage(city)];
}

function invitationPage(city: City): Page {
  return definePage({
    path: '/desk/staff/:id/invitation',
    may: ['it'],
    shell: 'staff',
    post: async (request) => {
      const { token } = await inviteMember(city, request.actor, request.params['id'] ?? '');
      return told(request, 'invitation', `${request.origin}/welcome?invitation=${token}`);
    },
  });
}

function tokenPage(city: City): Page {
  return definePage({
    path: '/desk/staff/:id/token',
    may: ['it'],
    shell: 'staff',
    post: async (request) => {
      const { token } = await issueToken(city, request.actor, request.params['id'] ?? '', {
        label: request.actor.name,
        days: TOKEN_DAYS,
      });
      return told(request, 'token', token);
    },
  });
}

function told({ t, params }: PageRequest, kind: 'invitation' | 'token', secret: string) {
  return view(
    t(`staff-desk:${kind}.title`),
    <>
      <h1>{t(`staff-desk:${kind}.title`)}</h1>
      <p class="lead">{t(`staff-desk:${kind}.lead`)}</p>
      <p>
        <code>{secret}</code>
      </p>
      <p>
        <a href={`/desk/staff/${params['id'] ?? ''}`}>{t('staff-desk:secret.back')}</a>
      </p>
    </>,
  );
}

function welcomePage(city: City): Page {
  return definePage({
    path: '/welcome',
    may: 'anyone',
    shell: 'resident',
    get: async (request, form) => {
      const { t, query } = request;
      const invited = await findInvited(city.connections.database, query['invitation'] ?? '', request.now);
      if (invited === undefined) throw new Refusal('identity:refusals.invitationSpent', {}, 401);
      return view(
        t('staff-desk:welcome.title'),
        <>
          <h1>{t('staff-desk:welcome.title')}</h1>
          <p class="lead">{t('staff-desk:welcome.lead', { name: invited.name, login: invited.login })}</p>
          <Form state={form}>
            <TextField
              name="password"
              label={t('staff-desk:welcome.password')}
              hint={t('staff-desk:welcome.passwordHint')}
              type="password"
              autocomplete="new-password"
              width={20}
              first
            />
            <Button>{t('staff-desk:welcome.save')}</Button>
          </Form>
        </>,
      );
    },
    post: async (request) => {
      const password = request.form['password'];
      await acceptInvitation(
        city,
        request.query['invitation'] ?? '',
        typeof password === 'string' ? password : '',
      );
      return redirect('/sign-in', 'staff-desk:welcome.done');
    },
  });
}
