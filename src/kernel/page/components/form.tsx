import type { ComponentChildren } from 'preact';
import type { FormState } from '../define-page.ts';
import { usePage } from '../page-context.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { FormContext } from './form-context.ts';

export interface FormProps {
  /** Where it is sent; the page itself when absent. */
  readonly action?: string;
  /** `get` for searches and filters: no keys are added. */
  readonly method?: 'get' | 'post';
  /** Needed when two forms of a page have fields of one name. */
  readonly id?: string;
  /** The form as it came back refused: gives every field its value and error, and the summary. */
  readonly state?: FormState | undefined;
  /** Unsaved work survives a reload under this name. */
  readonly draft?: string;
  readonly multipart?: boolean;
  /** One line of fields with the button at its end. */
  readonly inline?: boolean;
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A form that works without JavaScript, with the CSRF word and the request key in it. */
export function Form(props: FormProps) {
  const { method = 'post', id = 'form', state } = props;
  return (
    <form
      id={id}
      action={props.action}
      method={method}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      class={['form', props.inline ? 'form-inline' : '', props.class ?? ''].join(' ').trim()}
      aria-label={props.label}
      data-draft={props.draft}
      noValidate
    >
      {method === 'post' ? <HiddenWords /> : null}
      <FormContext.Provider value={{ id, state }}>
        {state === undefined ? null : <ErrorSummary state={state} formId={id} />}
        {props.children}
      </FormContext.Provider>
    </form>
  );
}

/** The two hidden words of a post: whose form it is, and which deed. */
function HiddenWords() {
  const page = usePage();
  return (
    <>
      <input type="hidden" name="_csrf" value={page.csrf} />
      <input type="hidden" name="_key" value={page.requestKey()} />
    </>
  );
}
