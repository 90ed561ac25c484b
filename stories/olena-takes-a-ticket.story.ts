import { expect, it } from 'vitest';
import { emptyHall } from './support/live-visit.ts';
import { Person } from './support/person.ts';

/**
 * system: service-catalogue, queue, ratings
 * Olena moves house: she finds the service by her own word, takes a ticket at the kiosk, is called and rates.
 */
it('Olena takes a ticket', async () => {
  await emptyHall('administrator-07', 2);
  const olena = await Person.comes('olena', 'phone', '/');
  await olena.page.getByRole('searchbox').first().fill('прописка');
  await olena.clicks('Знайти');
  await olena.sees('Реєстрація місця проживання особи');
  await olena.clicks('Реєстрація місця проживання особи');
  await olena.sees('Скільки чекати', '1 робочий день', 'Скільки коштує', 'Де', 'Що взяти з собою');

  const { kiosk, number } = await takeTicket();
  const code = /\/ticket\/(\w+)/.exec(kiosk.page.url())?.[1] ?? '';

  await olena.goes(`/tickets/${code}`);
  await olena.sees(number, /Ви наступні|Перед вами/);
  const board = await Person.comes('board', 'television', '/board/main');
  await board.sees(/чека/);

  const clerk = await Person.signsIn('olenas clerk', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/window');
  await clerk.clicks('Відкрити вікно 2');
  await clerk.sees('Вікно 2', number);
  // A mother with a baby has minutes of credit, so nobody of today's queue stands before her.
  await clerk.presses('F2');
  await clerk.sees(number, 'Попросіть документ');

  await board.sees(number, 'Вікно 2');
  await olena.sees('Вас кличуть до вікна 2');
  await clerk.presses('F9');
  await olena.sees('Вас приймають у вікні 2');
  await clerk.finds('приймаємо');
  await clerk.presses('F10');
  await clerk.finds('Біля вікна нікого');

  await olena.sees('Прийом завершено');
  await olena.clicks('Оцінити прийом');
  await olena.field('5, дуже добре').check();
  await olena.writes(/Чи порадили б/, '10');
  await olena.clicks('Надіслати оцінку');
  await olena.sees('Дякуємо за оцінку');
  await olena.goes(`/rate/${code}`);
  await olena.field('1, дуже погано').check();
  await olena.clicks('Надіслати оцінку');
  await olena.sees('візит уже оцінено');

  await clerk.clicks('Закрити вікно');
  await clerk.finds('Яке вікно ваше?');
  for (const person of [olena, kiosk, board, clerk]) await person.leaves();
});

/** Four touches of the kiosk: sector, life event, service, her right to go ahead. */
async function takeTicket(): Promise<{ kiosk: Person; number: string }> {
  const kiosk = await Person.comes('kiosk', 'kiosk', '/kiosk/main');
  await kiosk.sees('Реєстрація', 'Соціальні послуги', 'Адміністративні послуги');
  await kiosk.page.locator('.kiosk-tile').first().click();
  await kiosk.sees('Що вас привело?');
  await kiosk.clicks('Переїзд');
  await kiosk.sees('Реєстрація місця проживання особи');
  await kiosk.clicks('Реєстрація місця проживання особи');
  await kiosk.sees('Взяти талон', 'Маю право без черги');
  await kiosk.clicks(/Маю право без черги/);
  await kiosk.sees('Оберіть свою підставу');
  await kiosk.clicks(/Батько чи мати з немовлям/);
  await kiosk.sees('Ваш талон', 'Стежте за табло');
  const number = /Р-\d{3}/.exec(await kiosk.page.locator('main').innerText())?.[0] ?? '';
  expect(number).not.toBe('');
  return { kiosk, number };
}
