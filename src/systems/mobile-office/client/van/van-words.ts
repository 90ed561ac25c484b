/** A number as the receipt shows it, made without the server. */
export function numberOf(letters: string, year: number, seq: number): string {
  return `ЦНАП-${letters}-${year}-${String(seq).padStart(6, '0')}`;
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Ten characters as the Centre's own tracking codes; the remainder of 256 by 31 would favour eight letters. */
export function makeTrackingCode(): string {
  const letters: string[] = [];
  while (letters.length < 10) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 248) letters.push(ALPHABET[byte % 31] ?? '');
  }
  return letters.join('');
}

/** The civil year in Kyiv: numbers begin anew with it. */
export function kyivYear(at: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: 'Europe/Kyiv', year: 'numeric' }).format(at));
}

const MOMENT = new Intl.DateTimeFormat('uk-UA', {
  timeZone: 'Europe/Kyiv',
  dateStyle: 'long',
  timeStyle: 'short',
});

export function sayMoment(text: string): string {
  return MOMENT.format(new Date(text));
}
