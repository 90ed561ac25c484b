import { expect, test } from 'vitest';
import { unbrokenText } from './unbroken-text.ts';

const shown = (text: string) => unbrokenText(text).replaceAll('\u00a0', '_');

test('dates, initials, abbreviations and numbers stay on one line; other words may part', () => {
  expect(shown('зареєстровано 9 березня 2020 (до 19 вересня 2024)')).toBe(
    'зареєстровано 9_березня_2020 (до 19_вересня_2024)',
  );
  expect(shown('Видав: Шевченко Т. Г. Підпис')).toBe('Видав: Шевченко_Т._Г._Підпис');
  expect(shown('Т. Г. Шевченко')).toBe('Т._Г._Шевченко');
  expect(shown('м. Кропивницький, вул. Театральна, 12, кв. 7')).toBe(
    'м._Кропивницький, вул._Театральна, 12, кв._7',
  );
  expect(shown('Витяг № 5/2026 – дійсний')).toBe('Витяг №_5/2026_– дійсний');
  expect(shown('Тарас Григорович Шевченко')).toBe('Тарас Григорович Шевченко');
});
