import { expect, test } from 'vitest';
import { formatMoney, formatNumber, formatShare } from './format-number.ts';

test('thousands stand apart by a thin space that never breaks a line', () => {
  expect(formatNumber(131_511, 'uk')).toBe('131\u202F511');
  expect(formatNumber(1234, 'uk')).toBe('1\u202F234');
  expect(formatNumber(1234, 'en')).toBe('1,234');
});

test('money and shares', () => {
  expect(formatMoney(1234.5, 'uk')).toBe('1\u202F234,50 грн');
  expect(formatShare(0.982, 'uk')).toBe('98,2 %');
  expect(formatShare(0.982, 'en')).toBe('98.2%');
});
