import { expect, it } from 'vitest';
import { openContext, Person } from './support/person.ts';

const DOG = '12-08';

/**
 * system: service-catalogue
 * Somebody who writes no code gives a service its questions; the window asks them at once; and whoever
 * prepares at home learns why they would be sent away.
 */
it('A clerk builds a form', async () => {
  const clerk = await Person.signsIn('clerk', 'Керівник центру');
  await clerk.goes(`/desk/catalogue/${DOG}/edit`);
  await clerk.clicks('Конструктор форми');
  await clerk.sees('Питань ще немає', 'Так форму побачить мешканець');

  await addQuestion(clerk, 'короткий текст', 0, 'Порода собаки');
  await addQuestion(clerk, 'так або ні', 1, 'Чи є в собаки чіп?');
  await addQuestion(clerk, 'короткий текст', 2, 'Номер чіпа');
  const chip = clerk.page.locator('#q-2');
  await chip.getByText('Коли запитувати').click();
  await chip.getByLabel('Запитувати').selectOption({ label: 'Чи є в собаки чіп? – так' });
  await addQuestion(clerk, 'вибір з кількох', 3, 'Хто вигулює');
  await clerk.page
    .locator('#q-3')
    .getByLabel('Відповіді', { exact: false })
    .fill('господар | the owner\nродина | the family');
  await clerk.clicks('Вище: питання 4');
  await clerk.clicks('Оновити вигляд');
  // Half a box under the head that stays above is no barrier: whoever reads begins at the top.
  await clerk.page.evaluate(() => scrollTo(0, 0));
  await clerk.sees('Порода собаки', 'Хто вигулює', 'Питання 4');

  await clerk.clicks('Далі: перевірити зміни');
  await clerk.sees('Перевірте зміни', 'Питання форми');
  await clerk.clicks('Опублікувати');
  await clerk.sees('Редакцію опубліковано');

  await clerk.goes('/desk/services/contradictions?key=held-document');
  await clerk.sees('Суперечності', 'Картка платника податків');

  const window = await Person.signsInAs('window', 'administrator-30');
  await window.goes(`/desk/window?service=${DOG}`);
  await window.sees('Питання цієї послуги', 'Порода собаки');
  await window.doesNotSee('Номер чіпа');
  await window.writes('Прізвище, ім’я, по батькові або назва', 'Гнатюк Оксана Василівна');
  await window.page.getByLabel('РНОКПП або ЄДРПОУ').first().fill('1759013776');
  await window.page.getByRole('radio', { name: 'так' }).first().check();
  await window.finds('Номер чіпа');
  await window.page.getByRole('button', { name: 'Зареєструвати' }).click();
  await window.sees('Дайте відповідь на питання «Порода собаки»');
  await window.page.getByLabel('Порода собаки').fill('дворняга');
  await window.page.getByLabel('Номер чіпа').fill('804098100012345');
  await window.page.getByRole('radio', { name: 'родина' }).check();
  await window.page.getByRole('button', { name: 'Зареєструвати' }).click();
  await window.finds('Заяву зареєстровано');
  await window.page.locator('.service-found a').first().click();
  await window.sees('Відповіді на питання послуги', 'дворняга', '804098100012345', 'родина');

  await window.goes('/desk/window?service=31-01');
  await window.page.getByText('Сьогодні не приймемо').first().click();
  await window.page.locator('form#turn-away').getByLabel('Бракує документа', { exact: true }).check();
  await window.sees('Чому', 'Якого документа бракує');
  await window.clicks('Записати причину');
  await window.finds('Скажіть людині, що взяти наступного разу');
  await window.leaves();
  await clerk.leaves();
});

it('Whoever prepares at home learns what to bring, without a script', async () => {
  const context = await openContext('phone', { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/services/06-01/ready');
  const age = page.getByRole('group', { name: 'Вам уже є 14 років?' });
  await age.getByLabel('ні').check();
  await page.getByRole('button', { name: 'Показати, що взяти' }).click();
  await expect.poll(() => page.locator('main').innerText()).toContain('паспорт оформлюють із 14 років');
  await page.getByRole('button', { name: 'Перевірити, чи все є' }).click();
  await expect.poll(() => page.locator('main').innerText()).toContain('немає документа');
  await context.close();

  const resident = await Person.comes('resident', 'phone');
  await resident.goes('/services/06-01/ready?asked=yes&rule-0=no');
  await resident.sees('Чи все готово?', 'Сьогодні вам відмовлять, бо', 'Візьміть');
  await resident.clicks('Надрукувати список');
  await resident.sees('Візьміть');
  await resident.goes('/services/31-01');
  await resident.sees('Технологічна картка', 'За що найчастіше відмовляють');
  await resident.goes('/services/31-01/technological-card');
  await resident.sees('Приймання документів', 'Разом етапи');
  await resident.leaves();
});

async function addQuestion(clerk: Person, kind: string, place: number, words: string): Promise<void> {
  await clerk.page.getByLabel('Яке питання додати').selectOption({ label: kind });
  await clerk.clicks('Додати питання');
  const question = clerk.page.locator(`#q-${place}`);
  await question.getByLabel('Питання українською').fill(words);
  await clerk.clicks('Оновити вигляд');
}
