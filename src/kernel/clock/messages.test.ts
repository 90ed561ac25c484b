import { createInstance, type i18n } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import calendarEn from '../calendar/messages/en.json' with { type: 'json' };
import calendarUk from '../calendar/messages/uk.json' with { type: 'json' };
import { formatDate } from '../calendar/kyiv-time.ts';
import { explainDay } from '../calendar/legal-calendar.ts';
import type { Message } from '../calendar/message.ts';
import { UKRAINE_CALENDAR, UKRAINE_HOLIDAYS } from '../calendar/ukraine-holidays.ts';
import { loadMessages } from '../i18n/messages.ts';
import { LOCALES, type Locale } from '../i18n/translate.ts';
import { describeTerm } from './days-left.ts';
import { makeRule, makeTerm } from './make-term.ts';
import clockEn from './messages/en.json' with { type: 'json' };
import clockUk from './messages/uk.json' with { type: 'json' };
import { SEED_RULES } from './seed-rules.ts';
import { computeTerm, type Pause } from './term.ts';

const missing: string[] = [];
let words: i18n;

beforeAll(async () => {
  words = createInstance();
  await words.init({
    resources: {
      uk: { clock: clockUk, calendar: calendarUk },
      en: { clock: clockEn, calendar: calendarEn },
    },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => missing.push(key),
  });
  words.services.formatter?.add('date', (value: string, language) =>
    formatDate(value, language === 'en' ? 'en' : 'uk'),
  );
});

function say(locale: Locale, { key, params }: Message): string {
  return words.t(key, { ...params, lng: locale });
}

function sentences(locale: Locale, input: Parameters<typeof computeTerm>[0]): string[] {
  return computeTerm(input).steps.map(({ text }) => say(locale, text));
}

const pause: Pause = {
  from: '2020-09-28',
  to: '2020-10-07',
  reason: 'clock:pauses.withoutMotion',
  article: 'ст. 2',
};

describe('the receipt', () => {
  it('tells a pensioner in Ukrainian how the date came about', () => {
    const input = makeTerm(makeRule(30, 'calendar-days'), '2020-09-15', { pauses: [pause] });
    expect(sentences('uk', input)).toEqual([
      '15 вересня 2020: заяву подано. Дні рахуємо з наступного.',
      'Закон дає 30 днів. Вихідні теж рахуємо.',
      '28 вересня 2020 відлік зупинили: заяву залишили без руху, чекаємо на виправлення.',
      '7 жовтня 2020 відлік пішов далі. Він стояв 9 днів, ці дні не рахуємо.',
      '24 жовтня 2020: субота, вихідний день. Тому останній день строку 26 жовтня 2020.',
    ]);
  });

  it('reads the same through the catalogues of the house', async () => {
    const folders = ['src/kernel/clock', 'src/kernel/calendar'];
    const translate = (await loadMessages(folders)).for('uk');
    const { steps } = computeTerm(makeTerm(makeRule(30, 'calendar-days'), '2020-07-25'));
    for (const { text } of steps) expect(translate(text.key, text.params)).toBe(say('uk', text));
  });

  it('names the holiday that moved the date', () => {
    const input = makeTerm(makeRule(30, 'calendar-days'), '2020-07-25');
    expect(sentences('uk', input).at(-1)).toBe(
      '24 серпня 2020: свято, День Незалежності України. Тому останній день строку 25 серпня 2020.',
    );
    expect(sentences('en', input).at(-1)).toBe(
      '24 August 2020 is a public holiday, Independence Day. So the last day of the term is 25 August 2020.',
    );
  });

  it('names the holiday behind a moved day off, and martial law', () => {
    const easterMonday = explainDay(UKRAINE_CALENDAR, '2020-04-20').reason;
    expect(say('uk', easterMonday)).toBe('вихідний замість свята 19 квітня 2020');
    const worked = explainDay(UKRAINE_CALENDAR, '2023-08-24').reason;
    expect(say('uk', worked)).toContain('День Незалежності України');
  });

  it('counts days in right Ukrainian', () => {
    const left = (due: string) => say('uk', describeTerm('2020-09-19', due));
    expect(left('2020-09-20')).toBe('лишився 1 день');
    expect(left('2020-09-22')).toBe('лишилось 3 дні');
    expect(left('2020-09-30')).toBe('лишилось 11 днів');
    expect(left('2020-10-10')).toBe('лишився 21 день');
    expect(left('2020-09-17')).toBe('прострочено на 2 дні');
  });
});

describe('the catalogues', () => {
  it('have every message in both languages', () => {
    expect(keysOf(clockEn)).toEqual(keysOf(clockUk));
    expect(keysOf(calendarEn)).toEqual(keysOf(calendarUk));
  });

  it.each(LOCALES)('have words for every step, event and holiday that the rules can tell (%s)', (locale) => {
    missing.length = 0;
    const said = everyMessage().map((message) => say(locale, message));
    expect(missing).toEqual([]);
    expect(said.filter((text) => /\{\{|\$t\(|[a-z]+:[a-z]/i.test(text))).toEqual([]);
  });
});

function everyMessage(): Message[] {
  const units = ['hours', 'working-days', 'calendar-days', 'months', 'auto-days'] as const;
  const ownWords: Pause = { ...pause, from: '2020-10-12', to: null, reason: 'немає печатки' };
  const terms = units.flatMap((unit) =>
    [0, 1, 4, 11, 30].flatMap((value) => [
      ...['2020-04-18', '2020-09-15', '2023-08-22'].map((on) => makeTerm(makeRule(value, unit), on)),
      makeTerm(makeRule(value, unit, { keepsDayOff: true }), '2020-09-18'),
      makeTerm(makeRule(value, unit), '2020-09-15', {
        startedAt: new Date('2020-09-15T10:00:00Z'),
      }),
      makeTerm(makeRule(value, unit), '2020-09-18', { pauses: [pause, ownWords] }),
      makeTerm(makeRule(value, unit, { extension: { max: 35, unit: 'calendar-days' } }), '2020-09-15', {
        extensions: [{ days: 90, article: '' }],
      }),
    ]),
  );
  return [
    ...terms.flatMap((input) => computeTerm(input).steps.map(({ text }) => text)),
    ...[...UKRAINE_HOLIDAYS.map(({ name }) => name), ...SEED_RULES.map(({ startEvent }) => startEvent)].map(
      (key) => ({ key, params: {} }),
    ),
  ];
}

/** Keys without their plural endings: the languages have different ones. */
function keysOf(catalogue: object, path = ''): string[] {
  const keys = Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${path}${key}.`)
      : [`${path}${key.replace(/_(one|few|many|other)$/, '')}`],
  );
  return [...new Set(keys)].toSorted();
}
