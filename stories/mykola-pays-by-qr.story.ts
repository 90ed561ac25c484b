import { Buffer } from 'node:buffer';
import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { registerApplication } from '../src/systems/applications/actions/register-application.ts';
import { act } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const MYKOLA = { kind: 'person', name: 'Їжакевич Микола Петрович', code: '3184710691' } as const;
const scan = typeof jsQR === 'function' ? jsQR : jsQR.default;

/**
 * system: fees
 * A clerk makes the bill, Mykola pays by the code on his phone, the head brings the bank's statement, and
 * Mykola's page says that the money came.
 */
it('Mykola pays by QR', async () => {
  const given = { serviceCode: '01-01', applicant: MYKOLA };
  const { number } = await act(registerApplication, given, 'administrator-24');

  const clerk = await Person.signsInAs('fee clerk', 'administrator-24');
  await clerk.goes('/desk/fees/charge');
  await clerk.writes('Номер справи', number);
  await clerk.clicks('Знайти справу');
  await clerk.sees('49,92 грн', '83,20 грн', 'прожиткового мінімуму');
  await clerk.page.getByLabel(/Звернення вчасно/).check();
  await clerk.presses('Control+Enter');
  await clerk.sees('Рахунок готовий', number, 'не сплачено');
  const code = (await clerk.page.locator('h1').innerText()).replaceAll(/\s/g, '');

  const mykola = await Person.comes('Mykola', 'phone', '/fees');
  await mykola.writes('Код платежу', code);
  await mykola.clicks('Показати рахунок');
  await mykola.sees('49,92 грн', 'Наведіть камеру', 'Реквізити');
  await mykola.doesNotSee(/Їжакевич/);
  const link = await readQr(mykola);
  expect(link).toMatch(/^https:\/\/qr\.bank\.gov\.ua\//);
  const lines = Buffer.from(link.slice('https://qr.bank.gov.ua/'.length), 'base64url').toString().split('\n');
  expect(lines).toHaveLength(17);
  expect(lines).toEqual(expect.arrayContaining(['UAH49.92', code, 'FFFF']));
  await mykola.goes(`/fees/${code}/bill`);
  await mykola.sees('Рахунок на сплату адміністративного збору', number);

  const head = await Person.signsIn('fee head', 'Керівник центру');
  await head.goes('/desk/fees/statements');
  const day = new Intl.DateTimeFormat('uk-UA', { timeZone: 'Europe/Kyiv', dateStyle: 'short' }).format();
  await bringFile(head, [`8801;${day};сорок;Хтось;збір`]);
  await head.sees('Виправте 1 місце', 'Це не сума', 'Рядок');
  await head.clicks('Обрати інший файл');
  await bringFile(head, [
    `8801;${day};49,92;Їжакевич М. П.;Збір, код ${code}`,
    `8802;${day};12,30;Невідомий Н. Н.;переказ`,
  ]);
  await head.sees('Перевірка виписки', 'Як ми прочитали перші рядки');
  await head.presses('Control+Enter');
  await head.sees('Виписку внесено');
  await head.goes('/desk/fees/payments?words=Невідомий');
  await head.sees('12,30 грн', 'Разом за вирахуванням поверненого');
  await head.goes('/desk/fees');
  await head.sees('надійшло й зіставлено цього місяця', number);
  await head.goes('/desk/fees/rules');
  await head.sees('Куди сплачують', 'Строк реєстрації пропущено', 'Закон 1952-IV');

  await mykola.goes(`/fees/${code}`);
  await mykola.sees('Сплату отримано', 'Більше нічого робити не треба');
  for (const person of [clerk, mykola, head]) await person.leaves();
});

async function bringFile(head: Person, rows: readonly string[]): Promise<void> {
  const text = ['Документ;Дата операції;Кредит;Платник;Призначення платежу', ...rows].join('\r\n');
  await head.page
    .getByLabel('Файл виписки')
    .setInputFiles({ name: 'виписка.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await head.clicks('Перевірити');
}

/** Reads the code as a camera does: a picture of the screen, the hryvnia sign in its middle and all. */
async function readQr(person: Person): Promise<string> {
  const png = await person.page.locator('.payment-qr').first().screenshot({ scale: 'device' });
  const tab = await person.page.context().newPage();
  const pixels = await tab.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const data = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    return { width: picture.width, height: picture.height, data: [...data] };
  }, png.toString('base64'));
  await tab.close();
  return scan(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data ?? '';
}
