import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const ANSWER =
  'Договір на ремонт вулиці Преображенської коштує 12 480 300,00 грн. Підписав директор Гнатюк О. П., телефон 050 123-45-67.';

const PAPER = Buffer.from('%PDF-1.4\n% договір\n%%EOF\n');
const DAY = 24 * 3_600_000;

const pathOf = ({ page }: Person) => page.url().replace(/^https?:\/\/[^/]+/, '');
const opens = ({ page }: Person, summary: string) =>
  page.locator('summary').filter({ hasText: summary }).click();
const does = ({ page }: Person, deed: string) => page.getByRole('button', { name: deed }).click();

/**
 * system: information-requests
 * A journalist asks for a contract on the site; the registrar gives the request to a department, whose
 * specialist charges copies and answers with a file, after the leadership deferred it for a while; the
 * journalist opens answer and file by number and code; the registrar hides the person in it and publishes
 * it with a copy, and a neighbour finds it in the journal.
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
  await opens(specialist, 'Порахувати плату за копії');
  await specialist.writes('Сторінок копій', '25');
  await does(specialist, 'Порахувати плату за копії');
  await specialist.sees('25 сторінок, 30,00 грн');

  // The archive stands without power: the leadership defers, and later the clock runs on.
  const mayor = await Person.signsInAs('mayor of requests', 'mayor');
  await mayor.goes(pathOf(specialist));
  await opens(mayor, 'Відстрочити відповідь');
  await mayor.writes('До якого дня', new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10));
  await mayor.writes('Що не дає відповісти', 'Архів знеструмлено після обстрілу.');
  await does(mayor, 'Відстрочити відповідь');
  await mayor.sees('Відповідь відстрочено', 'Відновити розгляд');
  await does(mayor, 'Відновити розгляд');
  await mayor.sees('Розгляд відновлено');

  await specialist.goes(pathOf(specialist));
  await specialist.writes('Відповідь', ANSWER);
  await specialist.page
    .getByLabel('Файли до відповіді')
    .setInputFiles({ name: 'dohovir.pdf', mimeType: 'application/pdf', buffer: PAPER });
  await specialist.presses('Control+Enter');
  await specialist.sees('Відповідь надано');

  await journalist.clicks('Де мій запит');
  await journalist.sees('відповідь надано', '12 480 300,00 грн', 'dohovir.pdf', 'оскаржити');
  const [sent] = await Promise.all([
    journalist.page.waitForEvent('download'),
    journalist.clicks('dohovir.pdf'),
  ]);
  expect(sent.suggestedFilename()).toBe('dohovir.pdf');

  await registrar.goes(pathOf(registrar));
  await registrar.page.getByText('Оприлюднити відповідь', { exact: true }).first().click();
  await registrar.page.getByLabel('Копії, у яких зайве приховано').setInputFiles({
    name: 'dohovir-bez-imen.pdf',
    mimeType: 'application/pdf',
    buffer: PAPER,
  });
  await registrar.page.getByLabel('Відповідь прочитано').check();
  await registrar.page.getByRole('button', { name: 'Оприлюднити відповідь' }).click();
  await registrar.sees('Відповідь оприлюднено в журналі');

  const neighbour = await Person.comes('neighbour of requests', 'phone', '/requests');
  await neighbour.writes('Слова із запиту або номер', number);
  await neighbour.clicks('Показати');
  await neighbour.clicks('Договір на ремонт вулиці Преображенської');
  await neighbour.sees('12 480 300,00 грн', 'Що приховано', 'персональні дані', 'dohovir-bez-imen.pdf');
  await neighbour.doesNotSee(/Гнатюк|050 123|dohovir\.pdf/);
  for (const person of [journalist, registrar, specialist, mayor, neighbour]) await person.leaves();
});

/**
 * system: information-requests
 * Restricted information is refused only with all three parts of the test, and the requester reads them.
 */
it('A refusal needs the three-part test', async () => {
  const journalist = await Person.comes('journalist of a bridge', 'phone', '/requests/new');
  await journalist.writes('Про що запит', 'Схема охорони мосту');
  await journalist.writes(
    'Яку інформацію ви хочете отримати',
    'Прошу надати схему охорони мосту через Інгул.',
  );
  await journalist.writes('Ім’я та прізвище або назва', 'Редакція «Хвиля»');
  await journalist.writes(/^Електронна пошта/, 'hvylia@example.org');
  await journalist.clicks('Подати запит');
  await journalist.sees('Запит подано');
  const number = /ЗПІ-\d{4}-\d+/.exec(await journalist.page.locator('main').innerText())?.[0] ?? '';

  const registrar = await Person.signsInAs('registrar of a refusal', 'registrar-01');
  await registrar.goes('/desk/requests');
  await registrar.clicks(number);
  await registrar.page.getByLabel('Підрозділ, який відповідає').selectOption('capital-construction');
  await registrar.clicks('Передати підрозділу');
  await registrar.sees('Запит передано підрозділу');

  const specialist = await Person.signsInAs('builder who refuses', 'specialist-capital-construction');
  await specialist.goes('/desk/requests');
  await specialist.clicks(number);
  await does(specialist, 'Узяти в роботу');
  await specialist.sees('Запит у вашій роботі');
  await opens(specialist, 'Відмовити');
  await specialist.page.getByLabel('Підстава відмови').selectOption('restricted');
  await specialist.writes('Пояснення для того, хто запитує', 'Схема охорони мосту є службовою інформацією.');
  await does(specialist, 'Відмовити');
  await specialist.sees('Заповніть усі три частини');
  await specialist.writes(/^Який законний інтерес захищаємо/, 'Безпека людей, які їдуть мостом.');
  await specialist.writes(/^Якої істотної шкоди завдасть розголошення/, 'Міст зможуть зруйнувати.');
  await specialist.writes(/^Чому шкода переважає інтерес громадськості/, 'Життя людей важить більше.');
  await does(specialist, 'Відмовити');
  await specialist.sees('Відмову записано й надіслано');

  await journalist.clicks('Де мій запит');
  await journalist.sees('Схема охорони мосту є службовою', 'Міст зможуть зруйнувати', 'оскаржити');
  for (const person of [journalist, registrar, specialist]) await person.leaves();
});
