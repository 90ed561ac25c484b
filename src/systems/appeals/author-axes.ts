import type { Channel, Document, Sex, Subject } from './appeal.ts';

/** What an appeal of a channel is where nobody says otherwise (classifier, axis 6). */
const DOCUMENT_OF: Readonly<Record<Channel, Document>> = {
  site: 'electronic',
  email: 'electronic',
  post: 'letter',
  'in-person': 'letter',
  authority: 'letter',
  media: 'letter',
  reception: 'oral',
  hotline: 'oral',
  'not-stated': 'not-stated',
};

export function documentOf(card: {
  readonly channel: Channel;
  readonly document?: Document | undefined;
}): Document {
  return card.document ?? DOCUMENT_OF[card.channel];
}

/**
 * Axis 4 as the registrar told it; else by the patronymic of one who wrote alone («Іванівна»,
 * «Олегович»). Other names tell nothing, and many people have no one sex.
 */
export function sexOf(
  card: { readonly subject: Subject; readonly sex?: Sex | undefined },
  name: string | null,
): Sex {
  if (card.sex !== undefined) return card.sex;
  if (card.subject !== 'individual') return 'not-stated';
  const patronymic = (name ?? '').normalize('NFC').toLocaleLowerCase('uk').trim().split(/\s+/)[2] ?? '';
  if (/[ії]вна$/u.test(patronymic)) return 'female';
  return /[иі]ч$/u.test(patronymic) ? 'male' : 'not-stated';
}
