/** What the Centre answered: `signIn` where the session is over, `away` where nobody answered. */
export type Answered<T> =
  | { readonly kind: 'told'; readonly value: T }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'signIn' | 'away' };

/** Posts a form to the house; the page's own word proves whose form it is. */
export async function askCentre<T>(
  path: string,
  fields: Readonly<Record<string, string>>,
  key: string,
  read: (value: unknown) => T | undefined,
): Promise<Answered<T>> {
  const csrf = document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '';
  const body = new URLSearchParams({ ...fields, _csrf: csrf, _key: key });
  try {
    const answer = await fetch(path, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (answer.redirected || answer.status === 401 || answer.status === 403) return { kind: 'signIn' };
    if (answer.status >= 500) return { kind: 'away' };
    const value: unknown = await answer.json();
    if (!answer.ok) return { kind: 'refused', said: detailOf(value) };
    const told = read(value);
    return told === undefined ? { kind: 'away' } : { kind: 'told', value: told };
  } catch {
    return { kind: 'away' };
  }
}

function detailOf(value: unknown): string {
  return isRecord(value) && typeof value['detail'] === 'string' ? value['detail'] : '';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
