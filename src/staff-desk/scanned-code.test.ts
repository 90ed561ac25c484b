import { expect, test } from 'vitest';
import { scannedCode } from './scanned-code.ts';

test('what stands on our papers is told apart', () => {
  const kinds = (read: string) => Object.values(scannedCode(read)).join(' ');
  expect(kinds('https://city.example/tickets/ABCD2345')).toBe('ticket ABCD2345');
  expect(kinds('https://city.example/booking/ABCD2345')).toBe('booking ABCD2345');
  expect(kinds('https://city.example/track?number=%D0%A6%D0%9D%D0%90%D0%9F-2026-000001&code=X')).toBe(
    'number ЦНАП-2026-000001',
  );
  expect(kinds('abcd2345')).toBe('code ABCD2345');
  expect(kinds('4820000000000')).toBe('number 4820000000000');
  expect(kinds('javascript:alert(1)')).toBe('nothing ');
});
