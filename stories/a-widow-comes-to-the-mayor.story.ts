import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

/**
 * system: reception
 * A widow reads when the mayor receives, books a place on her telephone without a login and cancels it; the
 * registrar books the deputy for her by telephone, sees only a short name in the journal, opens the card and
 * prints the list of the day; the mayor fills in the card of a past visit and sees nobody else's people.
 */
it('A widow comes to the mayor', async () => {
  const widow = await Person.comes('widow', 'phone', '/reception');
  await widow.sees('Графік особистого прийому', 'міський голова', 'хвилин на людину');
  await widow.clicks('Записатися на прийом');
  await widow.sees('Виберіть, до кого і на коли');
  await widow.page.locator('.reception-places a').first().click();
  await widow.writes('Прізвище, ім’я, по батькові', 'Вдовиченко Олена Марківна');
  await widow.writes('З яким питанням ви йдете', 'Пам’ятник чоловікові на алеї Героїв.');
  await widow.clicks('Записатися');
  await widow.sees('Вкажіть телефон або пошту');
  await widow.writes(/^Телефон/, '+380671234567');
  await widow.clicks('Записатися');
  await widow.sees('Вас записано на прийом', 'Код запису', 'Приходьте за десять хвилин');
  await widow.page.getByRole('button', { name: 'Скасувати запис' }).click();
  await widow.sees('Запис скасовано');

  const registrar = await Person.signsInAs('registrar of receptions', 'registrar-01');
  await registrar.goes('/desk/reception/new');
  await registrar.page.locator('.reception-places a').last().click();
  await registrar.writes('Прізвище, ім’я, по батькові', 'Вдовиченко Олена Марківна');
  await registrar.writes(/^Телефон/, '+380671234567');
  await registrar.writes('З яким питанням ви йдете', 'Пам’ятник чоловікові на алеї Героїв.');
  await registrar.presses('Control+Enter');
  await registrar.sees('Назвіть їй код', 'Картку можна заповнити в день прийому');
  await registrar.goes('/desk/reception?words=Вдовиченко');
  await registrar.sees('Вдовиченко О. М.', '*** 67');
  await registrar.doesNotSee('Олена Марківна');

  const mayor = await Person.signsInAs('mayor at reception', 'mayor');
  await mayor.goes('/desk/reception?words=Ткачук');
  await mayor.sees('вирішено');
  await mayor.page.locator('tbody a').first().click();
  await mayor.sees('Ткачук Ганна Іванівна', 'Дорожня служба');
  await mayor.goes('/desk/reception?state=not-recorded');
  await mayor.page.locator('tbody a').first().click();
  await mayor.sees('Захарченко Остап Ігорович', 'картку не заповнено');
  await mayor.page.getByLabel('Тема').first().selectOption('090');
  await mayor.page.getByText('стало зверненням').first().click();
  await mayor.presses('Control+Enter');
  await mayor.sees('Для звернення вкажіть адресу');
  await mayor.writes(/^Адреса проживання/, 'вул. Полтавська, 24');
  await mayor.presses('Control+Enter');
  await mayor.sees('Картку збережено', 'Код для людини');
  await mayor.goes('/desk/reception?words=Вдовиченко');
  await mayor.sees('Журнал особистого прийому');
  // Her own cancelled place; the visit to the deputy is none of the mayor's.
  await mayor.sees('скасовано');
  expect(await mayor.page.locator('tbody tr').count()).toBe(1);
  for (const person of [widow, registrar, mayor]) await person.leaves();
});
