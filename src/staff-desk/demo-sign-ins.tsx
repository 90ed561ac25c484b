import { useT } from '../kernel/page/page-context.tsx';

/** Demo staff worth meeting, in the order of a visit. */
const DEMO_LOGINS = [
  'administrator-01',
  'administrator-02',
  'specialist-dnap-residence',
  'specialist-uszn-fortechnyi',
  'head',
  'registrar-01',
  'operator-01',
  'mayor',
  'auditor',
  'it',
  'integrator',
] as const;

/**
 * One-click sign-ins of the demo city. Plain forms without keys: nothing is done by them but a
 * session, and the page they stand on stays the same for everyone.
 */
export function DemoSignIns() {
  const t = useT();
  return (
    <section class="demo-sign-ins" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('staff-desk:demo.title')}</h2>
      <p>{t('staff-desk:demo.lead')}</p>
      <form method="post" action="/demo/sign-in">
        <ul class="demo-list">
          {DEMO_LOGINS.map((login) => (
            <li key={login}>
              <button class="button button-plain" type="submit" name="login" value={login}>
                {t(`staff-desk:demo.who.${login}`)}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p>
        {t('staff-desk:demo.token')} <code>Authorization: Bearer demo-integrator</code>
      </p>
    </section>
  );
}
