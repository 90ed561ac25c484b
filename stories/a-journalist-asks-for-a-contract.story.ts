import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const ANSWER =
  'Договір на ремонт вулиці Преображенської коштує 12 480 300,00 грн. Підписав директор Гнатюк О. П., телефон 050 123-45-67.';

/**
 * system: information-requests
 * A journalist asks for a contract on the site; the registrar gives the request to a department, whose
 * specialist answers; the journalist reads the answer by number and code; the registrar hides the
 * person in it and publishes it, and a neighbour finds it in the journal.
 */
it('A journalist asks for a contract', async () => {
  const journalist = await Person.comes('journalist', 'phone', '/requests');
  await journalist.sees('Журнал запитів на інформацію');
  await journalist.clicks('Подати запит');
  await journalist.writes('Про що запит', 'Договір на ремонт вулиці Преображенської');
  await journalist.writes('Яку інформацію ви хочете отримати', 'Прошу надати копію договору на ремонт.');
  await journalist.writes('Ім’я та прізвище або назва', 'Редакція «Хвиля»');
  await journalist.clicks('Подати запит');
  await journalist.sees('інакше відповідь нікуди надіслати');
  await journalist.writes(/^Електронна пошта/, 'hvylia@example.org');
  await journalist.clicks('Подати запит');
  await journalist.sees('Запит подано', 'Що далі');
  const said = await journalist.page.locator('main').innerText();
  const number = /ЗПІ-\d{4}-\d+/.exec(said)?.[0] ?? '';
  expect(number).not.toBe('');

  const registrar = await Person.signsInAs('registrar of requests', 'registrar-01');
  await registrar.goes('/desk/requests');
  await registrar.clicks(number);
  await registrar.sees('Прошу надати копію договору');
  await registrar.page.getByLabel('Підрозділ, який відповідає').selectOption('capital-construction');
  await registrar.clicks('Передати підрозділу');
  await registrar.sees('Запит передано підрозділу');

  const specialist = await Person.signsInAs('builder', 'specialist-capital-construction');
  await specialist.goes('/desk/requests');
  await specialist.clicks(number);
  await specialist.sees('Узяти в роботу', 'Прошу надати копію договору');
  await specialist.presses('F2');
  await specialist.sees('Запит у вашій роботі');
  await specialist.writes('Відповідь', ANSWER);
  await specialist.presses('Control+Enter');
  await specialist.sees('Відповідь надано');

  await journalist.clicks('Де мій запит');
  await journalist.sees('відповідь надано', '12 480 300,00 грн', 'оскаржити');

  await registrar.goes(registrar.page.url().replace(/^https?:\/\/[^/]+/, ''));
  await registrar.page.getByText('Оприлюднити відповідь', { exact: true }).first().click();
  await registrar.page.getByLabel('Відповідь прочитано').check();
  await registrar.page.getByRole('button', { name: 'Оприлюднити відповідь' }).click();
  await registrar.sees('Відповідь оприлюднено в журналі');

  const neighbour = await Person.comes('neighbour of requests', 'phone', '/requests');
  await neighbour.writes('Слова із запиту або номер', number);
  await neighbour.clicks('Показати');
  await neighbour.clicks('Договір на ремонт вулиці Преображенської');
  await neighbour.sees('12 480 300,00 грн', 'Що приховано', 'персональні дані');
  await neighbour.doesNotSee(/Гнатюк|050 123/);
  for (const person of [journalist, registrar, specialist, neighbour]) await person.leaves();
});
