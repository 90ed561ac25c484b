import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const TEXT = 'Біля будинку на вулиці Полтавській, 12 провалився люк, діти ходять повз нього до школи.';
const ANSWER = 'Люк на вулиці Полтавській, 12 замінено 20 листопада, проїзд відкрито.';

/**
 * system: appeals
 * Halyna writes about an open manhole; the registrar fills in the card, the deputy mayor entrusts it, a
 * specialist answers, and Halyna sees that nothing is done: she asks again, and the second appeal knows the first.
 */
it('Halyna asks twice', async () => {
  const halyna = await Person.comes('halyna', 'phone', '/appeals/new');
  await halyna.sees('Звернутися до міської ради');
  await halyna.writes('Що сталося або що ви пропонуєте?', TEXT);
  await halyna.clicks('Надіслати звернення');
  await halyna.sees('Впишіть прізвище, ім’я та по батькові');
  await halyna.writes('Прізвище, ім’я, по батькові', 'Гнатюк Галина Степанівна');
  await halyna.writes('Де ви живете', 'м. Кропивницький, вул. Полтавська, 12, кв. 7');
  await halyna.writes('Електронна пошта', 'halyna@example.org');
  await halyna.clicks('Надіслати звернення');
  await halyna.sees('Звернення отримано');
  const [number = '', code = ''] = await halyna.page.locator('.summary strong').allInnerTexts();

  const registrar = await Person.signsIn('registrar', 'Реєстратор звернень');
  await registrar.goes('/desk/appeals?show=to-describe');
  await registrar.clicks(new RegExp(`^Г-${Number(number.slice(-6))}$`));
  await registrar.sees('Заповнити картку', TEXT);
  await registrar.page.getByLabel('заява', { exact: true }).first().check();
  await registrar.page.getByLabel('Тема питання 1').selectOption('090');
  await registrar.clicks('Зберегти картку');
  await registrar.sees('Картку збережено', 'Комунальне господарство');
  const card = new URL(registrar.page.url()).pathname;

  const deputy = await Person.signsInAs('deputy mayor', 'deputy-mayor');
  await deputy.goes('/desk/appeals');
  await deputy.sees('Чекають на резолюцію');
  await deputy.goes(card);
  await deputy.page.getByLabel('Виконавець', { exact: true }).selectOption('utilities');
  await deputy.writes('Резолюція', 'Замінити люк, доповісти');
  await deputy.clicks('Доручити');
  await deputy.sees('Резолюцію накладено');

  const specialist = await Person.signsInAs('specialist', 'specialist-utilities');
  await specialist.goes(card);
  await specialist.page.getByText('Підготувати відповідь').first().click();
  await specialist.page.getByLabel('вирішено позитивно').check();
  await specialist.writes('Відповідь авторові', ANSWER);
  await specialist.clicks('На погодження');
  await specialist.sees('Відповідь передано на погодження');

  await deputy.goes(card);
  await deputy.sees('Погодити відповідь', ANSWER);
  await deputy.clicks(/Погоджую/);
  await deputy.sees('Відповідь погоджено');

  await registrar.goes(card);
  await registrar.clicks(/^Надіслати/);
  await registrar.sees('Відповідь надіслано');

  await halyna.goes(`/appeals/track?${new URLSearchParams({ number, code }).toString()}`);
  await halyna.sees('Чи справді зроблено?', ANSWER);
  await halyna.page.getByLabel('ні, не зроблено').check();
  await halyna.writes(/^Що лишилося не так/, 'Люка так і немає, лише поклали дошку.');
  await halyna.clicks('Надіслати');
  await halyna.sees('Ваше повторне звернення отримано');
  const [second = ''] = await halyna.page.locator('.summary strong').allInnerTexts();
  expect(second).not.toBe(number);

  await registrar.goes('/desk/appeals?show=to-describe');
  await registrar.clicks(new RegExp(`^Г-${Number(second.slice(-6))}$`));
  await registrar.sees('його повторює це звернення', number);
  for (const person of [halyna, registrar, deputy, specialist]) await person.leaves();
});
