import { expect, test } from 'vitest';
import { keyName, writesText } from './keys.ts';

const nothing = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

test('a key is known by its place, so it works on a Ukrainian keyboard too', () => {
  expect(keyName({ ...nothing, key: 'л', code: 'KeyK', ctrlKey: true })).toBe('Ctrl+K');
  expect(keyName({ ...nothing, key: '1', code: 'Digit1', altKey: true })).toBe('Alt+1');
  expect(keyName({ ...nothing, key: 'F2', code: 'F2' })).toBe('F2');
  expect(keyName({ ...nothing, key: 'Enter', code: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter');
});

test('what writes text is left to the field that is being written in', () => {
  expect(['J', 'Enter', '/'].every(writesText)).toBe(true);
  expect(['F2', 'Ctrl+Enter', 'Alt+1', 'Escape'].some(writesText)).toBe(false);
});
