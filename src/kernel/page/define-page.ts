import type { VNode } from 'preact';
import type { z } from 'zod';
import type { ActionDefinition, QueryDefinition } from '../actions/define.ts';
import type { Actor, Role } from '../actions/actor.ts';
import type { Locale, Translate } from '../i18n/translate.ts';

/** The paper a page is printed on: citizens' site, staff's desk, touch screen, television, bare print. */
export type Shell = 'resident' | 'staff' | 'kiosk' | 'board' | 'print';

export interface View {
  readonly kind: 'view';
  readonly title: string;
  readonly body: VNode;
  readonly status?: number;
  /** Address of an SSE stream; on each message the page fetches itself again and morphs. */
  readonly live?: string;
  /** Names of client scripts (`src/kernel/page/client/<name>.ts` or a system's `client/<name>.ts`). */
  readonly scripts?: readonly string[];
}

export interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  /** A message key shown once on the next page. */
  readonly notice?: string;
  /** Cookies to set (`null` takes one away); never readable by scripts. */
  readonly cookies?: Readonly<Record<string, { readonly value: string; readonly expires: Date } | null>>;
}

/** A file: XLSX, CSV, PDF, a calendar. */
export interface Download {
  readonly kind: 'download';
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | NodeJS.ReadableStream;
  readonly inline?: boolean;
}

export type Answer = View | Redirect | Download;

/** A field's sentence for the person, by the field's path (`applicant.code`). */
export type FieldErrors = Readonly<Record<string, string>>;

/** A form as it came back: what the person wrote, and what to mend. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: FieldErrors;
  /** The sentence above the form. */
  readonly problem?: string;
}

export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface PageRequest {
  readonly path: string;
  /** Path with the query string: where to come back to. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  readonly t: Translate;
  /** `https://city.example` as the visitor sees it; for QR codes and letters. */
  readonly origin: string;
  readonly demo: boolean;
  /** A cookie of ours, or `''`. */
  cookie(name: string): string;
  /** Asks a query with the visitor's own rights. Throws `Refusal`. */
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: QueryDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
}

export interface PagePost extends PageRequest {
  /** Text fields; a repeated name gives a list. `_key` and `_csrf` are already taken away. */
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly files: readonly UploadedFile[];
  /** One text field, trimmed; `''` where it is absent. */
  field(name: string): string;
  fields(name: string): readonly string[];
  /**
   * Keeps an uploaded file; the deed that uses it gets the id. Throws `Refusal` where it is not of our kinds.
   * `by` where the visitor is a device that acts for a member of the staff.
   */
  keepFile(file: UploadedFile, by?: Actor): Promise<{ readonly id: string; readonly name: string }>;
  /** Keeps a photograph from anyone, without its metadata. Throws `Refusal` for what is no photograph. */
  keepPhoto(file: UploadedFile): Promise<{ readonly id: string; readonly name: string }>;
  /** Should the form come back refused, it has this too: what is kept already need not be sent again. */
  remember(name: string, values: readonly string[]): void;
  /** Runs an action with the visitor's rights and the form's own request key, so a double click does it once. */
  run<I extends z.ZodType, O extends z.ZodType>(
    action: ActionDefinition<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>;
}

export interface Page {
  /** Fastify path: `/services/:code`. */
  readonly path: string;
  readonly may: readonly Role[] | 'anyone';
  /** A signed-in resident's page: others are led to the residents' sign-in. */
  readonly needsAccount?: boolean;
  readonly shell: Shell;
  /** Seconds in the micro-cache for visitors who are not signed in; served stale while refreshed. */
  readonly cacheSeconds?: number;
  /** `form` is present when a post was refused: show what was written and what to mend. */
  get?(request: PageRequest, form?: FormState): Promise<Answer>;
  /**
   * A refusal or bad input thrown here shows `get` again with `FormState` and status 4xx;
   * a page without `get` names in `back` the path that shows it.
   */
  post?(request: PagePost): Promise<Answer>;
}

export function definePage(page: Page): Page {
  return page;
}

export function view(title: string, body: VNode, more: Omit<View, 'kind' | 'title' | 'body'> = {}): View {
  return { kind: 'view', title, body, ...more };
}

export function redirect(to: string, notice?: string): Redirect {
  return notice === undefined ? { kind: 'redirect', to } : { kind: 'redirect', to, notice };
}
