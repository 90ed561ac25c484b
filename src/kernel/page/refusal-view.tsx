import type { Problem } from '../http/problem.ts';
import type { Translate } from '../i18n/translate.ts';
import { type View, view } from './define-page.ts';

/** A sentence that says what to do next, and the way back. */
export function refusalView(problem: Problem, t: Translate): View {
  return view(
    t(`page:refusal.title${problem.status === 404 ? 'NotFound' : ''}`),
    <>
      <h1>{t(`page:refusal.title${problem.status === 404 ? 'NotFound' : ''}`)}</h1>
      <p class="lead">{problem.detail}</p>
      {problem.errors === undefined ? null : (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.path}>{error.message}</li>
          ))}
        </ul>
      )}
      <p>
        <a href="/">{t('page:refusal.home')}</a>
      </p>
      {problem.status === 401 ? (
        <p>
          <a href="/sign-in/resident">{t('page:refusal.signIn')}</a>
        </p>
      ) : null}
    </>,
    { status: problem.status },
  );
}
