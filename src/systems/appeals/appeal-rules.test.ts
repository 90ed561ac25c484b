import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kyivDate, kyivInstant } from '../../kernel/calendar/kyiv-time.ts';
import { isWorkingDay } from '../../kernel/calendar/legal-calendar.ts';
import type { ReceptionCalendar } from '../../kernel/calendar/reception-calendar.ts';
import { UKRAINE_CALENDAR } from '../../kernel/calendar/ukraine-holidays.ts';
import { computeTerm } from '../../kernel/clock/term.ts';
import { DEFAULT_CLOCK_SETTINGS } from '../../kernel/clock/deadline-rule.ts';
import { APPEAL, OPEN_STATES, STATES } from './appeal.ts';
import { appealIndex, indexLetters } from './appeal-index.ts';
import { documentOf, sexOf } from './author-axes.ts';
import { countedFrom } from './receipt-day.ts';
import { APPEAL_RULES } from './seed/appeal-rules.ts';
import { addressKey, authorKey, sketchOf } from './text-sketch.ts';

describe('the index', () => {
  test.each([
    ['individual', 'Давиденко Ірина', 'Д-401'],
    ['individual', '  ґудзь Олег', 'Ґ-401'],
    ['individual', 'ї', 'Ї-401'],
    ['individual', "О'Генрі", 'О-401'],
    ['collective', 'Давиденко Ірина', 'КО-401'],
    ['anonymous', null, 'БП-401'],
    ['individual', '…', 'БП-401'],
  ] as const)('of an %s appeal of %s is %s', (subject, name, index) => {
    expect(appealIndex(subject, name, 401)).toBe(index);
  });

  test('is always letters, a hyphen and the number, whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1 }), (name, seq) => {
        expect(appealIndex('individual', name, seq)).toMatch(new RegExp(`^\\p{L}{1,2}-${seq}$`, 'u'));
        expect(indexLetters('collective', name)).toBe('КО');
      }),
    );
  });
});

describe('axes that nobody told', () => {
  test.each([
    ['Ткаченко Галина Петрівна', 'female'],
    ['ЖУК Андріана Андріївна', 'female'],
    ['Авраменко Петро Ілліч', 'male'],
    ['Ткаченко Г. П.', 'not-stated'],
    ['Мамедов Ельчин огли', 'not-stated'],
    [null, 'not-stated'],
  ] as const)('the sex of %s is told by the patronymic: %s', (name, sex) => {
    expect(sexOf({ subject: 'individual' }, name)).toBe(sex);
  });

  test('many people have no one sex; what the registrar tells stands over everything', () => {
    expect(sexOf({ subject: 'collective' }, 'Ткаченко Галина Петрівна')).toBe('not-stated');
    expect(sexOf({ subject: 'individual', sex: 'male' }, 'Ткаченко Галина Петрівна')).toBe('male');
    expect(documentOf({ channel: 'hotline' })).toBe('oral');
    expect(documentOf({ channel: 'site' })).toBe('electronic');
    expect(documentOf({ channel: 'post', document: 'telegram' })).toBe('telegram');
  });
});

describe('states', () => {
  test('every state is reached from the first, and what is closed stays closed', () => {
    const reached = new Set<string>(['filed']);
    for (const state of reached) for (const next of APPEAL.transitions[state] ?? []) reached.add(next);
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
    const closed = STATES.filter((state) => !OPEN_STATES.some((open) => open === state));
    expect(closed.flatMap((state) => APPEAL.transitions[state] ?? [])).toEqual([]);
  });
});

/** Until five, on Friday until four; a day of stock-taking. */
const OFFICE: ReceptionCalendar = {
  weekly: ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    from: '08:00',
    to: weekday === 5 ? '16:00' : '17:00',
    validFrom: '1996-10-02',
    validTo: null,
  })),
  closures: [{ from: '2026-04-01', to: '2026-04-02', reason: 'Облік' }],
  specialDays: [{ date: '2026-04-03', hours: [{ from: '08:00', to: '12:00' }], reason: 'Скорочений день' }],
  holidays: UKRAINE_CALENDAR,
};

describe('the day from which terms run', () => {
  test('is a working day not before the receipt, and the same day only within hours', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        const from = countedFrom(at, UKRAINE_CALENDAR, OFFICE);
        expect(isWorkingDay(UKRAINE_CALENDAR, from)).toBe(true);
        expect(from >= kyivDate(at)).toBe(true);
      }),
    );
    const at = (date: string, time: string) => countedFrom(kyivInstant(date, time), UKRAINE_CALENDAR, OFFICE);
    expect(at('2026-03-05', '16:59')).toBe('2026-03-05');
    expect(at('2026-03-05', '17:00')).toBe('2026-03-06');
    expect(at('2026-03-06', '16:00')).toBe('2026-03-09');
    expect(at('2020-12-31', '18:00')).toBe('2021-01-04');
    expect(at('2026-04-01', '10:00')).toBe('2026-04-02');
    expect(at('2026-04-03', '12:00')).toBe('2026-04-06');
  });

  test('a month from the 31st ends with a shorter month; 45 days are the most', () => {
    const rule = APPEAL_RULES.find(({ code }) => code === 'appeal');
    if (rule === undefined) throw new Error('no rule');
    const term = (extensions: readonly { days: number; article: string }[]) =>
      computeTerm({
        rule,
        startedOn: '2026-08-31',
        pauses: [],
        extensions,
        calendar: UKRAINE_CALENDAR,
        settings: DEFAULT_CLOCK_SETTINGS,
      }).legalDue;
    expect(term([])).toBe('2026-09-30');
    expect(term([{ days: 30, article: 'ст. 20' }])).toBe('2026-10-15');
  });
});

describe('like texts', () => {
  const shared = (a: string, b: string) => {
    const [left, right] = [sketchOf(a) ?? [], new Set(sketchOf(b) ?? [])];
    return left.filter((number) => right.has(number)).length;
  };
  const WORDS = fc.array(fc.stringMatching(/^[а-щ]{4,9}$/), { minLength: 12, maxLength: 30 });

  test('the same words in any order have one sketch, of four-byte numbers', () => {
    fc.assert(
      fc.property(WORDS, (words) => {
        const sketch = sketchOf(words.join(' '));
        expect(sketchOf(words.toReversed().join(', ').toUpperCase())).toEqual(sketch);
        for (const number of sketch ?? []) expect(number).toBe(number | 0);
      }),
    );
  });

  test('a changed ending or a few words more are still alike; other words are not', () => {
    const text = 'На вулиці Короленка другий тиждень немає освітлення, лампи не горять, темно ввечері ходити';
    expect(shared(text, `${text} дітям зі школи`)).toBeGreaterThan(4);
    expect(
      shared(text, 'По вулиці Короленко тиждень нема освітлення: лампа не горить, темно ввечері'),
    ).toBeGreaterThan(0);
    expect(shared(text, 'Прошу надати матеріальну допомогу на лікування після операції у Києві')).toBe(0);
    expect(sketchOf(' … ')).toBeNull();
  });

  test('people and addresses are known however they are written', () => {
    expect(authorKey('Коваленко Олена Іванівна')).toBe(authorKey('КОВАЛЕНКО О. І.'));
    expect(authorKey('Коваленко Олена')).not.toBe(authorKey('Коваленко Петро'));
    expect(addressKey('м. Кропивницький, вул. Полтавська, буд. 12, кв. 4')).toBe(
      addressKey('Полтавська 12/4'),
    );
    expect([authorKey(undefined), addressKey('')]).toEqual(['', '']);
  });
});
