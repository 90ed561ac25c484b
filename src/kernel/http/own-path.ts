const HOUSE = 'http://house.invalid';

/**
 * A path of our own for a redirect: it never leaves the house, whatever `back` says; `/` for what is not
 * ours. Cyrillic in the path is escaped for the header.
 */
export function ownPath(to: string): string {
  const url = URL.canParse(to, HOUSE) ? new URL(to, HOUSE) : undefined;
  if (url?.origin !== HOUSE) return '/';
  // `/.//elsewhere.example` keeps two slashes, and two slashes begin the address of another house.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
}
