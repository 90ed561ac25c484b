import { expect, it } from 'vitest';
import { makeRnokpp } from '../src/systems/community-register/seed/demo-residents.ts';
import { Person } from './support/person.ts';

const HEAD = 'Прізвище, ім’я, по батькові;Дата народження;Стать;РНОКПП;Адреса;Від якого дня';
const ROWS = [
  `Їжаченко Ґалаґан Остапович;05.03.1987;ч;${makeRnokpp('1987-03-05', 'male', 7)};вул. Кільцева, 12;01.09.2019`,
  `Їжаченко Соломія Петрівна;14.07.1989;ж;${makeRnokpp('1989-07-14', 'female', 8)};вул. Дворцова, 7;01.09.2019`,
  'Їжаченко Без Дати;;ч;;;',
  'Їжаченко Чужа Адреса;14.07.1989;ж;;вул. Вигадана, 7;01.09.2019',
];

/**
 * system: community-register
 * system: address-register
 * A clerk brings an existing register from a sheet: the bad rows are named, the good ones are written in
 * the background, a second time changes nothing; then she opens a person and prints a certificate, which
 * a stranger verifies by its code without learning whose it is.
 */
it('A clerk imports the register', async () => {
  const clerk = await Person.signsInAs('importer', 'administrator-05');
  await upload(clerk);
  await clerk.sees('Перевірено, до реєстру ще не внесено', 'Впишіть дату народження.');
  await clerk.finds('Такої вулиці в адресному реєстрі немає. Виправте назву або додайте вулицю.');
  await clerk.clicks('Внести 2 рядки');
  await clerk.sees('Внесено 2 рядки. Повторне завантаження нічого не подвоїть.');
  await upload(clerk);
  await clerk.finds('Перевірено, до реєстру ще не внесено');
  await clerk.doesNotSee(/^Внести/);

  await clerk.goes('/desk/residents');
  await clerk.writes('Прізвище, дата народження, РНОКПП або УНЗР', 'їжаченко солом');
  await clerk.presses('Enter');
  await clerk.sees('Їжаченко С. П.');
  await clerk.doesNotSee('Соломія');
  await clerk.clicks('Їжаченко С. П.');
  await clerk.sees('Чому відкриваєте картку?');
  await clerk.clicks('Відкрити картку');
  await clerk.finds('Вкажіть причину: людина побачить, чому дивилися її дані.');
  await clerk.page.getByLabel('Видача витягу').check();
  await clerk.clicks('Відкрити картку');
  // The former name of the street finds the house; the line tells the name of that day.
  await clerk.sees(
    'Їжаченко Соломія Петрівна',
    /вул\. Дворцова, 7/,
    'Картку відкрито. Причина: Видача витягу.',
  );

  const code = await issueCertificate(clerk);
  const stranger = await Person.comes('verifier', 'phone', '/certificates');
  await stranger.writes('Код перевірки', code);
  await stranger.clicks('Перевірити');
  await stranger.sees('Витяг справжній, дані в ньому чинні.');
  await stranger.doesNotSee(/Їжаченко/);
  await stranger.leaves();

  await clerk.clicks('Хто дивився цю картку');
  await clerk.sees('Видача витягу', /Друк витягу № /);
  await clerk.leaves();
});

async function upload(clerk: Person): Promise<void> {
  await clerk.goes('/desk/residents/imports');
  const buffer = Buffer.from([HEAD, ...ROWS].join('\r\n'));
  await clerk.field('Файл').setInputFiles({ name: 'реєстр.csv', mimeType: 'text/csv', buffer });
  await clerk.clicks('Перевірити');
}

/** The clerk prints it; the code is read from the city, as the paper's reader reads it from the paper. */
async function issueCertificate(clerk: Person): Promise<string> {
  const card = clerk.page.url();
  const [print] = await Promise.all([
    clerk.page.waitForRequest(/\/desk\/residents\/certificates\//),
    (async () => {
      await clerk.page.getByText('Видати витяг', { exact: true }).first().click();
      await clerk.page.getByRole('button', { name: 'Видати витяг' }).click();
    })(),
  ]);
  const id = new URL(print.url()).pathname.split('/').at(-1) ?? '';
  const asked = `/api/queries/community-register.get-certificate?input=${encodeURIComponent(JSON.stringify({ certificateId: id }))}`;
  const answer = await clerk.page.request.get(asked, {
    headers: { authorization: 'Bearer demo-administrator-05' },
  });
  const body: unknown = await answer.json();
  const code =
    typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
      ? body.code
      : '';
  expect(code).toMatch(/^[2-9A-Z]{10}$/);
  await clerk.goes(new URL(card).pathname);
  return code;
}
