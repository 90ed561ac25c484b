import type { FormState } from '../define-page.ts';
import { useT } from '../page-context.tsx';
import { fieldId } from './form-context.ts';

/** What to mend, above the form; each line leads to its field. Shown by `Form` itself. */
export function ErrorSummary({ state, formId = 'form' }: { state: FormState; formId?: string }) {
  const t = useT();
  const errors = Object.entries(state.errors);
  if (errors.length === 0 && state.problem === undefined) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus>
      <h2>{state.problem ?? t('page:form.mend', { count: errors.length })}</h2>
      {errors.length === 0 ? null : (
        <ul>
          {errors.map(([name, sentence]) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
