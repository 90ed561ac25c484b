import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openContext, Person } from './support/person.ts';

/** Before «вул. Шевченка, 1» of the demo city's address register. */
const PIT = { latitude: 48.50648, longitude: 32.26251 };
const SEND = 'Надіслати';

/** As a telephone takes it: lying on its side, with the place and the owner's name in it. */
const photograph = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#6b6f76' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Artist: 'Taras Shevchuk' }, IFD3: { GPSLatitude: '48/1 30/1 23/1' } })
    .jpeg()
    .toBuffer(),
});

/**
 * system: hotline
 * Taras stands before a pit with a telephone: the place by his position, a photograph, a file that is none. A
 * neighbour without a script writes of the same pit, is told that it is known and joins. The moderator shows the
 * photograph and a sentence to all; the body reports, and Taras says that it is not so.
 */
it('Taras reports a pothole', async () => {
  const taras = await Person.comes('Taras before the pit', 'phone');
  await taras.page.context().grantPermissions(['geolocation']);
  await taras.page.context().setGeolocation(PIT);
  await taras.goes('/report-a-problem');
  await taras.sees('Повідомити про проблему', 'Місце на карті не позначено');
  await taras.page.getByLabel('Що сталося').selectOption('road');
  await taras.clicks('Позначити, де я зараз');
  await taras.finds('Місце на карті позначено.');
  await taras.writes('Розкажіть докладніше', 'Яма на пів колеса. Я Тарас, 050 765 43 21.');
  await taras.writes(/^Електронна пошта/, 'taras@example.com');
  const program = {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('MZ\u0090 not a picture'),
  };
  await taras.field(/^Фото/).setInputFiles([await photograph('IMG_0001.jpg'), program]);
  await taras.clicks(SEND);
  await taras.sees('«photo.jpg» – не фотографія', 'Збережено 1 знімок', 'Місце на карті позначено.');
  expect(await taras.field('Розкажіть докладніше').inputValue()).toContain('Яма на пів колеса');
  await taras.clicks(SEND);
  await taras.sees('Заявку прийнято');
  const told = await taras.page.locator('main').innerText();
  const number = /ГЛ-\d{4}-\d+/.exec(told)?.[0] ?? '';
  const code = /Код\s+(\S+)/.exec(told)?.[1] ?? '';
  expect([number, code].every(Boolean), told).toBe(true);

  const path = await neighbourJoins();
  await moderatorShows(number);

  await taras.goes(path);
  await taras.sees('Глибока яма біля будинку', 'Як було', '1 людина', number);
  await taras.doesNotSee(/050 765|Я Тарас/);
  const photo = await taras.page.getByRole('img', { name: /^Знімок проблеми/ }).getAttribute('src');
  const picture = await taras.page.request.get((photo ?? '').replace(/\/small$/, ''));
  const kept = await sharp(await picture.body()).metadata();
  expect([kept.width, kept.height, kept.exif]).toEqual([600, 900, undefined]);
  await taras.goes(`/problems?words=${encodeURIComponent(number)}`);
  await taras.sees('Яма на дорозі', 'Глибока яма біля будинку');

  await bodyReports(number);
  await taras.goes(`/problems/track?${new URLSearchParams({ number, code }).toString()}`);
  await taras.sees('Чи справді зроблено?', 'Яму засипали');
  await taras.page.getByRole('radio', { name: 'ні, поверніть у роботу' }).check();
  await taras.clicks('Відповісти');
  await taras.sees('Повернули виконавцеві. Строк іде далі.');
});

/** Returns where the problem is read. */
async function neighbourJoins(): Promise<string> {
  const context = await openContext('phone', { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/report-a-problem');
  await page.getByLabel('Що сталося').selectOption('road');
  await page.getByRole('textbox', { name: 'Де', exact: true }).fill('Шевченка 1');
  await page.getByLabel('Розкажіть докладніше').fill('Величезна яма, машини об’їжджають.');
  await page.getByRole('button', { name: SEND }).click();
  await page.getByRole('heading', { name: 'Схоже, про це вже повідомили' }).waitFor();
  expect(await page.getByLabel('Розкажіть докладніше').inputValue()).toContain('Величезна яма');
  await page.getByRole('button', { name: 'Так, це вона – долучитися' }).first().click();
  await page.getByText('Ви долучилися. Дякуємо.').waitFor();
  const { pathname } = new URL(page.url());
  await context.close();
  return pathname;
}

async function moderatorShows(number: string): Promise<void> {
  const moderator = await Person.signsInAs('moderator', 'operator-01');
  await moderator.goes('/desk/hotline/publishing');
  await moderator.sees('Що побачать усі', number, 'Яма на пів колеса');
  const problem = moderator.page.getByRole('article').filter({ hasText: number });
  await problem.getByLabel('Що побачать усі').fill('Телефон 050 765 43 21');
  await problem.getByRole('button', { name: 'Зберегти опис' }).click();
  await moderator.finds('В описі є телефон або пошта');
  await problem.getByLabel('Що побачать усі').fill('Глибока яма біля будинку');
  await problem.getByRole('button', { name: 'Зберегти опис' }).click();
  await moderator.finds('Записано.');
  await problem.getByRole('button', { name: 'Показати всім' }).click();
  await moderator.finds('Записано.');
  await moderator.leaves();
}

async function bodyReports(number: string): Promise<void> {
  const body = await Person.signsInAs('road menders', 'specialist-capital-construction');
  await body.goes(`/desk/hotline/tickets?words=${encodeURIComponent(number)}`);
  await body.page.getByRole('link', { name: number }).click();
  await body.clicks(/^Узяти в роботу/);
  await body.finds('Заявка у вашій роботі.');
  await body.writes('Що зроблено', 'Яму засипали.');
  await body.clicks('Доповісти, що зроблено');
  await body.finds('Чекаємо, що скаже мешканець');
  await body.leaves();
}
