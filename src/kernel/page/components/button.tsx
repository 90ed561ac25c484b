import type { ComponentChildren } from 'preact';

interface ButtonLook {
  /** One `primary` a page: the deed the page is for. */
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly large?: boolean;
  /** Shown beside the words and pressed by `hotkeys.ts`: `F2`, `Ctrl+Enter`. */
  readonly hotkey?: string;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** Sends the form elsewhere than the form itself says. */
  readonly formAction?: string;
  /** The id of a form the button stands outside of. */
  readonly form?: string;
  readonly label?: string;
}

export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'submit'}
      class={lookOf(props)}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      formAction={props.formAction}
      form={props.form}
      aria-label={props.label}
      aria-keyshortcuts={shortcut(props.hotkey)}
      data-hotkey={props.hotkey}
    >
      {props.children}
      <Hotkey keys={props.hotkey} />
    </button>
  );
}

export function LinkButton(props: ButtonLook & { href: string; download?: boolean }) {
  return (
    <a
      href={props.href}
      class={lookOf(props)}
      download={props.download}
      aria-keyshortcuts={shortcut(props.hotkey)}
      data-hotkey={props.hotkey}
    >
      {props.children}
      <Hotkey keys={props.hotkey} />
    </a>
  );
}

/** Buttons of one form in a row. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

function lookOf({ look = 'primary', large }: ButtonLook): string {
  return `button button-${look}${large ? ' button-large' : ''}`;
}

function shortcut(hotkey: string | undefined): string | undefined {
  return hotkey?.replace('Ctrl', 'Control');
}

function Hotkey({ keys }: { keys: string | undefined }) {
  if (keys === undefined) return null;
  return (
    <kbd class="key" aria-hidden="true">
      {keys.replace('+', ' ')}
    </kbd>
  );
}
