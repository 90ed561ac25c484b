import { TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const LOGIN = 'o.zaiets';
const PASSWORD = 'три тихі човни пливуть';

/**
 * system: staff
 * A new clerk: added by the IT person, lets herself in by the invitation and an authenticator.
 */
it('The IT person invites a colleague', async () => {
  const ivan = await Person.signsIn('ivan', 'Адміністратор системи');
  await ivan.goes('/desk/staff');
  await ivan.sees('Додати працівника');
  await ivan.writes('Логін', LOGIN);
  await ivan.writes('Прізвище, ім’я та по батькові', 'Заєць Олена Юріївна');
  await ivan.field(/^Орган/).selectOption('centre');
  await ivan.field('адміністратор').check();
  await ivan.clicks('Додати');
  await ivan.sees('Працівника додано', 'Заєць Олена Юріївна');
  await ivan.clicks('Створити запрошення');
  await ivan.sees('Запрошення створено');
  const link = await ivan.page.locator('code').innerText();
  await ivan.leaves();

  const colleague = await Person.comes('colleague', 'phone', link);
  await colleague.sees('Ласкаво просимо', LOGIN);
  await colleague.writes('Пароль', 'закоротко');
  await colleague.clicks('Зберегти');
  await colleague.sees('Пароль закороткий');
  await colleague.writes('Пароль', PASSWORD);
  await colleague.clicks('Зберегти');
  await colleague.sees('Пароль збережено. Тепер увійдіть.');
  await givePassword(colleague, PASSWORD);
  await colleague.sees('Це ваш перший вхід');
  const secret = await colleague.page.locator('code').innerText();
  await colleague.writes('Шість цифр', new TOTP({ secret }).generate());
  await colleague.clicks('Увійти');
  await colleague.page.waitForURL(/\/desk/);
  await colleague.sees('Яке вікно ваше?');
  await colleague.leaves();

  const stranger = await Person.comes('stranger', 'phone', link);
  await stranger.sees('Запрошення вже використано');
  await lockTheDoor(stranger);
  await stranger.leaves();
});

async function givePassword(person: Person, password: string): Promise<void> {
  await person.goes('/sign-in');
  await person.writes('Логін', LOGIN);
  await person.writes('Пароль', password);
  await person.clicks('Далі');
}

/** After five wrong tries the right password does not help either. */
async function lockTheDoor(stranger: Person): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await givePassword(stranger, `вгадую ${attempt}`);
    await stranger.finds(/не збігаються|вхід закрито/);
  }
  await givePassword(stranger, PASSWORD);
  await stranger.sees('вхід закрито на');
  expect(stranger.page.url()).toContain('/sign-in');
}
