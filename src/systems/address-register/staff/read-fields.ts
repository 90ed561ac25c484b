import type { PagePost } from '../../../kernel/page/define-page.ts';
import { STREET_KINDS, type StreetKind } from '../address.ts';

/** An empty field of a form is no value. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** What an address bar may say instead of a kind is a street. */
export function kindField(request: PagePost): StreetKind {
  return STREET_KINDS.find((kind) => kind === request.field('kind')) ?? 'street';
}
