/**
 * The page of a visit for a letter. Letters are written where no visitor's request is, so only the city's
 * own setting may say the address; without it the letter says how to find the page by the code.
 */
export function bookingAddress(path: string): string | null {
  const origin = process.env['PUBLIC_URL']?.trim().replace(/\/$/, '');
  return origin === undefined || origin === '' ? null : `${origin}${path}`;
}
