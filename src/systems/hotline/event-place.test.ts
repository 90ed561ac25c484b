import { expect, it } from 'vitest';
import { parsePlaceLine } from './event-place.ts';

it('a line of a place is a street, or a street with its houses', () => {
  expect(parsePlaceLine('Соборна')).toEqual({ street: 'Соборна', numbers: [] });
  expect(parsePlaceLine(' просп. Університетський 5, 7 ')).toEqual({
    street: 'просп. Університетський',
    numbers: ['5', '7'],
  });
  expect(parsePlaceLine('Шевченка, 3-А,5/1')).toEqual({ street: 'Шевченка', numbers: ['3-А', '5/1'] });
  expect(parsePlaceLine('вул. 8 Березня')).toEqual({ street: 'вул. 8 Березня', numbers: [] });
  expect(parsePlaceLine('вул. 8 Березня 12')).toEqual({ street: 'вул. 8 Березня', numbers: ['12'] });
});
