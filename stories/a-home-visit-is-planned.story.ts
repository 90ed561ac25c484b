import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

/**
 * system: booking
 * A daughter asks for her father who cannot come; a clerk chooses the crew's day and calls; he says yes.
 */
it('a home visit is planned', async () => {
  const daughter = await Person.comes('daughter', 'phone', '/booking');
  await daughter.clicks('Не можете прийти? Попросіть про виїзд додому');
  await daughter.sees('Виїзд додому', 'Що вам потрібно?');
  await daughter.writes('Що вам потрібно?', 'прописка');
  await daughter.clicks('Знайти послугу');
  await daughter.clicks('Реєстрація місця проживання особи');
  await daughter.sees('Куди приїхати', 'Чому не можете прийти');
  await daughter.clicks('Попросити про виїзд');
  await daughter.sees('Впишіть адресу');
  await daughter.writes(/Прізвище/, 'Мельник Василь Петрович');
  await daughter.writes(/Куди приїхати/, 'вул. Вокзальна, 5, кв. 12');
  await daughter.writes(/Чому не можете прийти/, 'Після інсульту не встає з ліжка');
  await daughter.writes(/Телефон/, '+380 67 555 44 33');
  await daughter.clicks('Попросити про виїзд');
  await daughter.sees('Прохання отримали', 'Код прохання');
  const code = /\/home-visits\/(\w{8})/.exec(daughter.page.url())?.[1] ?? '';
  expect(code).not.toBe('');

  const clerk = await Person.signsIn('clerk of the crew', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/home-visits?words=Мельник');
  await clerk.sees('Виїзди додому', 'Мельник Василь Петрович', 'Після інсульту не встає з ліжка');
  await clerk.page.locator('.home-deeds summary').first().click();
  await clerk.writes('Від', '13:00');
  await clerk.writes('До', '15:00');
  await clerk.clicks('Призначити');
  await clerk.sees('День призначено');

  await daughter.goes(`/home-visits/${code}`);
  await daughter.sees('День призначено', '13:00–15:00', 'Що підготувати');
  await daughter.clicks('Так, чекатиму');
  await daughter.sees('Чекайте на нас');

  await clerk.goes('/desk/home-visits?words=Мельник');
  await clerk.page.locator('.home-deeds summary').first().click();
  await clerk.clicks('Відбувся');
  await daughter.goes(`/home-visits/${code}`);
  await daughter.sees('Виїзд відбувся');
  for (const person of [daughter, clerk]) await person.leaves();
});

it('a clerk books for somebody on the telephone', async () => {
  const clerk = await Person.signsIn('clerk on the telephone', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/bookings');
  await clerk.presses('F2');
  await clerk.sees('Записати телефоном', 'Що потрібно людині?');
  await clerk.writes('Що потрібно людині?', 'прописка');
  await clerk.presses('Enter');
  await clerk.clicks('Реєстрація місця проживання особи');
  await clerk.sees(/Візит триватиме до \d+ хвилин/, 'Ім’я', 'Телефон');
  await clerk.writes('Ім’я', 'Ганна Іванівна');
  await clerk.writes('Телефон', '+380 50 777 66 55');
  await clerk.presses('Control+Enter');
  await clerk.sees('Продиктуйте код', 'Що взяти з собою', 'Наступний дзвінок');
  await clerk.leaves();
});
