import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { recordOutcome } from '../src/systems/applications/actions/record-outcome.ts';
import { registerApplication } from '../src/systems/applications/actions/register-application.ts';
import { takeApplication } from '../src/systems/applications/actions/take-application.ts';
import { caseBarcode } from '../src/systems/handover-registers/register.ts';
import { act } from './support/ask-city.ts';
import { APPLICANT } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const CLERK = 'administrator-25';
const SPECIALIST = 'specialist-housing';

/**
 * system: handover-registers
 * Three packages go to a body in one folder. It receives two; the third is the Centre's again. A result comes back.
 */
it('A courier carries the papers', async () => {
  const given = { serviceCode: '15-03', applicant: APPLICANT, documents: ['Паспорт', 'Заява'] };
  const cases = [];
  for (let count = 0; count < 3; count += 1) cases.push(await act(registerApplication, given, CLERK));
  const [one, two, three] = cases;

  const clerk = await Person.signsInAs('courier clerk', CLERK);
  await clerk.goes('/desk/registers');
  await clerk.sees('Документи чекають передачі органам', 'Книга реєстрів');
  await clerk.page
    .getByRole('button', { name: /^Сформувати реєстр: .*житл/i })
    .first()
    .click();
  await clerk.sees('У реєстрі 3 справи', one?.number ?? '', 'Реєстр передачі документів');
  const registerPath = new URL(clerk.page.url()).pathname;
  const pdf = await clerk.page.request.get(`${registerPath}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await clerk.writes(/Хто забирає теку/, 'Сидоренко П. І.');
  await clerk.presses('Control+Enter');
  await clerk.sees('Теку передано', 'у дорозі', 'Сидоренко П. І.');

  const specialist = await Person.signsInAs('courier specialist', SPECIALIST);
  await specialist.goes('/desk/registers');
  // The scanner writes the bars into the one field and presses Enter.
  await scans(specialist, caseBarcode(one?.number ?? '') ?? '');
  await specialist.sees('Скануйте все, що є в теці');
  expect(new URL(specialist.page.url()).pathname).toBe(registerPath);
  await scans(specialist, caseBarcode(one?.number ?? '') ?? '');
  await specialist.sees(`${one?.number ?? ''} отримано`, 'Лишилося 2 справи');
  await scans(specialist, two?.number ?? '');
  await specialist.sees(`${two?.number ?? ''} отримано`, 'Лишилася 1 справа');
  await scans(specialist, '923');
  await specialist.sees('За цим штрихкодом нічого не знайдено');
  await specialist.clicks('Завершити приймання');
  await specialist.sees('Приймання завершено', 'Документи знову шукає Центр');

  await clerk.goes(registerPath);
  await clerk.sees('Розбіжності', three?.number ?? '');
  await clerk.page.getByLabel('Підписаний реєстр').setInputFiles({
    name: 'реєстр.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await pdf.body()),
  });
  await clerk.clicks('Долучити скан');
  await clerk.sees('Скан долучено', 'відкрити');
  await clerk.goes(`/desk/applications/${three?.caseId ?? ''}`);
  await clerk.sees('Орган не отримав документів');

  await act(takeApplication, { caseId: one?.caseId ?? '' }, SPECIALIST);
  await act(recordOutcome, { caseId: one?.caseId ?? '', outcome: 'granted' }, SPECIALIST);
  await specialist.goes('/desk/registers');
  await specialist.sees('Результати чекають повернення до Центру');
  await specialist.page
    .getByRole('button', { name: /^Сформувати реєстр/ })
    .first()
    .click();
  await specialist.sees('Реєстр повернення результатів');
  await specialist.presses('Control+Enter');
  await specialist.sees('Теку передано');
  await clerk.goes('/desk/registers');
  await scans(clerk, caseBarcode(one?.number ?? '') ?? '');
  await scans(clerk, caseBarcode(one?.number ?? '') ?? '');
  await clerk.sees(`${one?.number ?? ''} отримано`);
  await clerk.clicks('Завершити приймання');
  await clerk.sees('Приймання завершено');
  await clerk.goes('/desk/registers/late');
  await clerk.sees('Передача із запізненням');
  for (const person of [clerk, specialist]) await person.leaves();
});

async function scans(person: Person, bars: string): Promise<void> {
  await person.presses('F3');
  await person.page.keyboard.type(bars);
  // Each scan is a page of its own: the next one is typed when it stands.
  await Promise.all([person.page.waitForEvent('load'), person.presses('Enter')]);
}
