import { DEMO_RESIDENTS } from '../kernel/identity/demo-provider.ts';
import { identityProviders } from '../kernel/identity/providers.ts';
import type { City } from '../kernel/city.ts';
import { LinkButton } from '../kernel/page/components/button.tsx';
import { Notice } from '../kernel/page/components/notice.tsx';
import { Refusal } from '../kernel/actions/refusal.ts';
import { definePage, type Page, redirect, view } from '../kernel/page/define-page.ts';
import { usePage } from '../kernel/page/page-context.tsx';

type Ways = ReturnType<typeof identityProviders>;

/** Where a resident proves who they are; and the demo city's own provider. */
export function residentSignInPages(city: City): readonly Page[] {
  const ways = identityProviders(city);
  return [signInPage(ways), ...(city.settings.demo ? [demoPersonsPage] : [])];
}

function signInPage(ways: Ways): Page {
  return definePage({
    path: '/sign-in/resident',
    may: 'anyone',
    shell: 'resident',
    async get({ t, actor, query }) {
      const back = query['back']?.slice(0, 2000) ?? '/cabinet';
      if (actor.resident !== null) return redirect(back);
      return view(t('public-site:signIn.title'), <SignIn ways={ways} back={back} />);
    },
  });
}

function SignIn({ ways, back }: { ways: Ways; back: string }) {
  const { t, locale, actor } = usePage();
  return (
    <>
      <h1>{t('public-site:signIn.title')}</h1>
      <p class="lead">{t('public-site:signIn.lead')}</p>
      {actor.kind === 'staff' ? <Notice>{t('public-site:signIn.staff')}</Notice> : null}
      {ways.length === 0 ? <Notice>{t('public-site:signIn.none')}</Notice> : null}
      <ul class="sign-in-ways">
        {ways.map(({ id, name }) => (
          <li key={id}>
            <LinkButton href={`/sign-in/with/${id}?back=${encodeURIComponent(back)}`} large>
              {name[locale]}
            </LinkButton>
          </li>
        ))}
      </ul>
      <h2>{t('public-site:signIn.what')}</h2>
      <p>{t('public-site:signIn.data')}</p>
      <p>
        <a href="/sign-in">{t('public-site:signIn.work')}</a>
      </p>
    </>
  );
}

/** One click stands for the electronic signature: the answer goes back by the way of a real provider. */
const demoPersonsPage = definePage({
  path: '/demo/persons',
  may: 'anyone',
  shell: 'resident',
  async get({ t, query }) {
    const state = query['state'] ?? '';
    if (state === '') throw new Refusal('identity:refusals.signInStale', {}, 401);
    return view(t('public-site:persons.title'), <Persons state={state} />);
  },
});

function Persons({ state }: { state: string }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('public-site:persons.title')}</h1>
      <p class="lead">{t('public-site:persons.lead')}</p>
      <ul class="persons">
        {DEMO_RESIDENTS.map(({ subject, name, about }) => (
          <li key={subject}>
            <a
              href={`/sign-in/with/demo/callback?${new URLSearchParams({ code: subject, state }).toString()}`}
            >
              {name}
            </a>
            <span class="soft">{t(`public-site:persons.about.${about}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
