import { type Attachment, simpleParser } from 'mailparser';
import { chooseCharset, hasLostLetters, nameCharset } from './charset.ts';

/** What a letter says, in plain words. */
export interface ReadLetter {
  readonly messageId: string | null;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly body: string;
  readonly attachments: readonly LetterAttachment[];
  /** How many there were: more than are taken when somebody sends a bomb. */
  readonly attachmentCount: number;
}

export interface LetterAttachment {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Attachments that are taken from one letter; the rest stay in its source. */
export const MAX_ATTACHMENTS = 40;
/** Letters of a body: some forty pages. */
const MAX_BODY = 100_000;
/** Longer HTML is not read into words: it takes a parser minutes, and a person never wrote it. */
const MAX_HTML = 1_000_000;

/** Reads the source of a letter, whatever its encoding. Throws where it is no letter at all. */
export async function readLetter(source: Buffer): Promise<ReadLetter> {
  const first = await parse(source);
  // A letter that names no encoding, or a wrong one, is guessed at by its letters.
  const parsed = hasLostLetters(first.text ?? '')
    ? await parse(nameCharset(source, chooseCharset(source)))
    : first;
  const [sender] = parsed.from?.value ?? [];
  return {
    messageId: parsed.messageId?.slice(0, 500) ?? null,
    fromName: cleaned(sender?.name, 200),
    fromAddress: cleaned(sender?.address, 320),
    subject: cleaned(parsed.subject, 500),
    body: bodyOf(parsed.text ?? ''),
    attachments: parsed.attachments.slice(0, MAX_ATTACHMENTS).map(attachmentOf),
    attachmentCount: parsed.attachments.length,
  };
}

function parse(source: Buffer) {
  return simpleParser(source, { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: MAX_HTML });
}

function attachmentOf({ filename, content }: Attachment, index: number): LetterAttachment {
  return { name: cleaned(filename, 200) ?? `${index + 1}`, bytes: content };
}

/** Without control signs: the database refuses a zero byte, and a screen obeys the rest. */
function cleaned(text: string | undefined, length: number): string | null {
  const plain = (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
  return plain === '' ? null : plain.slice(0, length);
}

function bodyOf(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{C}\n\t]+/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MAX_BODY);
}
