import { expect, it } from 'vitest';
import { enterResident } from '../src/systems/community-register/actions/enter-resident.ts';
import { makeRnokpp } from '../src/systems/community-register/seed/demo-residents.ts';
import { act } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const NAME = 'Їжакевич Ґалаґан Остапович';

/**
 * system: community-register
 * A clerk enters residents; the city's figure grows, and its rows name nobody. At the desk a specialist
 * of the registration body enters one by hand and moves them to another address.
 */
it('A clerk enters a resident', async () => {
  const reader = await Person.comes('reader', 'phone', '/figures/community-register.entered');
  await reader.sees('реєстр');
  const resident = { name: NAME, birthDate: '1987-03-05', address: 'м. Кропивницький, вул. Світла, 7' };
  for (let count = 0; count < 5; count += 1) await act(enterResident, resident, 'administrator-04');
  await expect(act(enterResident, resident, 'head')).rejects.toThrow(/403/);

  await reader.goes('/figures/community-register.entered/rows?lang=uk');
  await reader.sees(/\d/);
  expect(await reader.page.content()).not.toMatch(/Їжакевич|Світла/);
  await reader.leaves();
});

it('A specialist enters a person by hand and registers a move', async () => {
  const specialist = await Person.signsInAs('registrar of residence', 'specialist-dnap-residence');
  await specialist.goes('/desk/residents/new');
  await specialist.writes('Прізвище, ім’я, по батькові', 'Жураківська Є’вгенія Іванівна');
  await specialist.writes('Дата народження', '1991-04-02');
  await specialist.page.getByLabel('жіноча').check();
  await specialist.writes(/^РНОКПП/, '1759013776');
  await specialist.writes('Адреса', 'дворцова 7');
  await specialist.clicks(/^Внести до реєстру/);
  await specialist.sees('РНОКПП не відповідає даті народження. Звірте обидва з документом.');
  await specialist.writes(/^РНОКПП/, makeRnokpp('1991-04-02', 'female', 77));
  await specialist.writes(/^Від якого дня/, '2022-01-10');
  await specialist.clicks(/^Внести до реєстру/);
  await specialist.sees('Мешканця внесено до реєстру.', /вул\. Дворцова, 7/);

  await specialist.page.getByText('Зареєструвати місце проживання', { exact: true }).first().click();
  const form = specialist.page.locator('#register');
  await form.getByLabel('Адреса').fill('кільцева 12');
  await form.getByRole('button', { name: 'Зареєструвати' }).click();
  await specialist.sees('Місце проживання зареєстровано.', 'переїзд у межах громади');
  await specialist.leaves();
});

/**
 * system: address-register
 * A reader finds a street by its former name.
 */
it('A reader looks for the street of her childhood', async () => {
  const reader = await Person.comes('reader of streets', 'phone', '/addresses');
  await reader.writes('Назва або адреса', 'пушкіна');
  await reader.clicks('Показати');
  await reader.sees('вул. Миколи Садовського', /вул\. Пушкіна \(до 12 травня 2022\)/);
  await reader.clicks('вул. Миколи Садовського');
  await reader.sees('Назви', 'Рішення міської ради від 12.05.2022');
  await reader.leaves();
});
