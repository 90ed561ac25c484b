import {
  CIRCUMSTANCES,
  CLOSINGS,
  FATHERS,
  MATTERS,
  MONTHS,
  NAMES,
  OPENINGS,
  STREET_ENDINGS,
  STREET_STEMS,
  SURNAME_ENDINGS,
  SURNAMES,
} from './appeal-words.ts';

export interface MadeAppeal {
  readonly author: string;
  readonly address: string;
  readonly text: string;
}

/** Who writes, from where and about what: the same person may tell it in other words. */
export interface Story {
  readonly author: string;
  readonly address: string;
  readonly street: string;
  readonly house: string;
  readonly matter: number;
}

type Random = () => number;

export function makeStory(random: Random): Story {
  const street = makeStreet(random);
  const house = String(1 + Math.floor(random() ** 2 * 160));
  const flat = random() < 0.7 ? `, кв. ${1 + Math.floor(random() * 120)}` : '';
  return {
    author: makeName(random),
    address: `вул. ${street}, ${house}${flat}`,
    street,
    house,
    // Light, heat and roads are asked about more than the rest.
    matter: Math.floor(random() ** 1.5 * MATTERS.length),
  };
}

/** A letter of the story: one sentence in four of ten, forty in one of twenty. */
export function makeAppeal(story: Story, random: Random): MadeAppeal {
  const matter = (MATTERS[story.matter] ?? []).filter((_, index) => index === 0 || random() < 0.75);
  const size = random();
  const more =
    size < 0.3 ? 0 : size < 0.75 ? 1 + random() * 4 : size < 0.95 ? 4 + random() * 8 : 12 + random() * 24;
  const sentences = [
    ...(size < 0.2 ? [] : take(OPENINGS, 1 + random() * 2, random)),
    ...matter,
    ...Array.from({ length: Math.floor(more) }, () =>
      random() < 0.5 ? pick(CIRCUMSTANCES, random) : makeSentence(random),
    ),
    ...(size < 0.2 ? [] : take(CLOSINGS, 1 + random() * 2, random)),
  ];
  const text = sentences.map((sentence) => spell(sentence, story, random)).join(' ');
  return { author: story.author, address: story.address, text };
}

/** The same letter as another hand copies it: a sentence more, one word in eight left out or put otherwise. */
export function rewrite(text: string, random: Random): string {
  const words = text.split(' ').flatMap((word) => {
    if (random() > 0.125) return [word];
    return random() < 0.5 ? [] : [`${word.slice(0, 4)}${pick(['ого', 'ами', 'ій', 'у'], random)}`];
  });
  return `${words.join(' ')} ${spell(pick(CIRCUMSTANCES, random), makeStory(random), random)}`;
}

function spell(sentence: string, story: Story, random: Random): string {
  let first = true;
  return sentence
    .replaceAll(/\{([^}]*)\}/g, (_, ways: string) => pick(ways.split('|'), random))
    .replaceAll(/\[(\w+)\]/g, (_, slot: string) => {
      switch (slot) {
        case 'street': {
          const own = first;
          first = false;
          return own ? story.street : makeStreet(random);
        }
        case 'house':
          return story.house;
        case 'name':
          return random() < 0.5 ? story.author : makeName(random);
        case 'days':
          return String(2 + Math.floor(random() ** 2 * 60));
        case 'month':
          return pick(MONTHS, random);
        default:
          return String(100 + Math.floor(random() * 9_900));
      }
    });
}

/** Words of one's own, few of them common: no two people tell a thing alike. */
function makeSentence(random: Random): string {
  const words = Array.from({ length: 5 + Math.floor(random() * 9) }, () => wordOf(random() ** 3));
  return `${words.join(' ')}.`;
}

/** One of thirty thousand words by its place between 0 and 1. */
function wordOf(place: number): string {
  let rest = Math.floor(place * 30_000) * 2_654_435 + 17;
  let word = '';
  for (let syllable = 0; syllable < 3; syllable++) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

const SYLLABLES =
  'ба ве ги до жу за ки ло му не пу ра со ту фе ха ци чо шу ля нь пре при від над роз про без під сто кра гру пла тра шко люд час рік слу ряд'.split(
    ' ',
  );

function makeStreet(random: Random): string {
  return `${pick(STREET_STEMS, random)}${pick(STREET_ENDINGS, random)}`;
}

function makeName(random: Random): string {
  const surname = `${pick(SURNAMES, () => random() ** 1.5)}${pick(SURNAME_ENDINGS, () => random() ** 1.5)}`;
  return `${surname} ${pick(NAMES, random)} ${pick(FATHERS, random)}`;
}

function take(from: readonly string[], count: number, random: Random): readonly string[] {
  return from.filter(() => random() < count / from.length);
}

function pick(from: readonly string[], random: Random): string {
  return from[Math.floor(random() * from.length)] ?? '';
}

/** The same texts every time. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
