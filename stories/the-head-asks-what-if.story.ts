import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

/**
 * system: queue
 * The head looks at yesterday's queue, adds two windows in the morning, and sees what it would have changed.
 */
it('the head asks what if', async () => {
  const head = await Person.signsIn('head of the hall', 'Керівник центру');
  await head.goes('/desk/hall/main/what-if');
  await head.sees('Що, якби', /Чи можна вірити розрахунку/, 'Чи справдилися прогнози на талонах');
  await head.page.locator('[name=w-social-9]').fill('6');
  await head.page.locator('[name=w-social-10]').fill('6');
  await head.page.locator('[name=w-social-11]').fill('6');
  await head.clicks('Прожити день');
  await head.sees('Як було → як стало б', 'Соціальні послуги');
  const idle = await head.page.getByText(/ % → /).first().innerText();
  const [was, now] = idle.split(' → ');
  expect(was).not.toBe(now);

  await head.field('Кого приймає вікно').selectOption('any');
  await head.field(/Записалися наперед/).fill('50');
  await head.clicks('Прожити день');
  await head.sees('Вікна без людей', 'Чекання за годиною приходу, хв');

  await head.clicks('Відкрити рядки показника');
  await head.sees('Прогнози чекання, що справдилися');
  await head.leaves();
});
