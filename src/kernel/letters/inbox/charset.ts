/** Encodings that Ukrainian letters were written in before UTF-8. */
const OLD_CHARSETS = ['windows-1251', 'koi8-u', 'iso-8859-5'] as const;
export type OldCharset = (typeof OLD_CHARSETS)[number];

/** The sign that a decoder leaves where it did not know a byte. */
export function hasLostLetters(text: string): boolean {
  return text.includes('\uFFFD');
}

/**
 * The encoding in which the bytes look most like Ukrainian: small letters are far more frequent than
 * capitals, and signs that no word has are the mark of a wrong guess.
 */
export function chooseCharset(bytes: Buffer): OldCharset {
  const scored = OLD_CHARSETS.map((charset) => ({
    charset,
    score: likeness(new TextDecoder(charset).decode(bytes)),
  }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).charset;
}

function likeness(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const lower = count(/[а-щьюяіїєґ]/g);
  const upper = count(/[А-ЩЬЮЯІЇЄҐ]/g);
  const odd = count(/[^\p{ASCII}а-щьюяіїєґА-ЩЬЮЯІЇЄҐ’«»–—№…]/gu);
  return lower - 2 * upper - 5 * odd;
}

/** The source with the encoding named in every text part that names none, or names Unicode in vain. */
export function nameCharset(source: Buffer, charset: OldCharset): Buffer {
  const text = source.toString('latin1');
  const named = text.replaceAll(
    /^(content-type:\s*text\/(?:plain|html))([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/gim,
    (_, type: string, rest: string) =>
      `${type}; charset=${charset}${rest.replaceAll(/;\s*charset="?[^";\r\n]*"?/gi, '')}`,
  );
  const headed = /^content-type:/im.test(text)
    ? named
    : `Content-Type: text/plain; charset=${charset}\r\n${text}`;
  return Buffer.from(headed, 'latin1');
}
