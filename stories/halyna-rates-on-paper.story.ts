import { expect, it } from 'vitest';
import { exportRatings } from '../src/systems/ratings/queries/export-ratings.ts';
import { ask } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const WORDS = 'Дякую Іваненко О. П.! Лише вода в автоматі скінчилася.';

/**
 * system: ratings
 * Halyna fills in a paper form; a clerk enters a pile of them by keyboard alone; the head settles a low
 * mark and publishes Halyna's words without the name; everyone reads them beside the numbers.
 */
it('Halyna rates on paper', async () => {
  const clerk = await Person.signsIn('paper clerk', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/ratings/paper');
  await clerk.sees('Паперові анкети');
  for (const [mark, index, words] of [
    ['5', '5', WORDS],
    ['1', '2', ''],
  ] as const) {
    // Mark, four indices, recommendation, comment: digits and Tab, then Enter.
    await clerk.presses('F2');
    for (const key of [mark, index, index, index, index, '9', words]) {
      await clerk.page.keyboard.type(key);
      await clerk.presses('Tab');
    }
    await clerk.presses('Enter');
    await clerk.finds('Анкету внесено');
  }
  await clerk.sees('Внесено 2 анкети поспіль.');
  await clerk.page.getByLabel('Оцінка 1–5').fill('8');
  await clerk.presses('Enter');
  await clerk.sees('Оберіть оцінку від 1 до 5.');

  const head = await Person.signsIn('ratings head', 'Керівник центру');
  await head.goes('/desk/ratings');
  await head.sees('Низькі, чекають', 'Оцінка 1');
  await head.page.getByLabel('Що зроблено').first().fill('Зателефонували, перепросили');
  await head.clicks('Відзначити');
  await head.finds('Відзначено.');
  await head.goes('/desk/ratings?show=comments');
  const card = head.page.locator('article').filter({ hasText: WORDS });
  await card.getByText('Вирішити, чи оприлюднювати').click();
  await card.getByLabel('У тексті немає особистих даних').check();
  await card.getByRole('button', { name: 'Оприлюднити' }).click();
  await head.sees('Заберіть «Іваненко О. П.»');
  await card.getByLabel('Що побачать усі').fill('Дякую! Лише вода в автоматі скінчилася.');
  await card.getByLabel('У тексті немає особистих даних').check();
  await card.getByRole('button', { name: 'Оприлюднити' }).click();
  await head.finds('Коментар оприлюднено.');

  const resident = await Person.comes('ratings resident', 'phone', '/ratings?fresh=1');
  await resident.sees('Як оцінюють Центр', 'Індекс лояльності', 'Дякую! Лише вода', 'Хто не відповів');
  await resident.doesNotSee(/Іваненко/);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' }).format();
  const { lines } = await ask(exportRatings, { from: today, to: today }, 'auditor');
  expect(lines.filter(({ channel }) => channel === 'paper').length).toBeGreaterThanOrEqual(2);
  for (const person of [clerk, head, resident]) await person.leaves();
});
