/** What a reader of barcodes read: an address of ours, a number of a case, a short code. */
export interface Scanned {
  readonly kind: 'ticket' | 'booking' | 'number' | 'code' | 'nothing';
  readonly code: string;
}

export function scannedCode(read: string): Scanned {
  const text = read.trim();
  if (URL.canParse(text)) return ofAddress(new URL(text));
  if (/^[2-9A-HJKMNP-Z]{8}$/i.test(text)) return { kind: 'code', code: text.toUpperCase() };
  if (/\d{4}-\d{6,}$/.test(text) || /^\d{6,}$/.test(text)) return { kind: 'number', code: text };
  return { kind: 'nothing', code: '' };
}

/** Only the path counts: the paper may have been printed under another name of the same house. */
function ofAddress({ pathname, searchParams }: URL): Scanned {
  const [, place = '', code = ''] = pathname.split('/');
  if ((place === 'tickets' || place === 'rate') && code !== '') return { kind: 'ticket', code };
  if (place === 'booking' && code !== '') return { kind: 'booking', code };
  const number = searchParams.get('number') ?? '';
  if (place === 'track' && number !== '') return { kind: 'number', code: number };
  return { kind: 'nothing', code: '' };
}
