import { expect, it } from 'vitest';
import { act } from './support/ask-city.ts';
import { makeVisit } from './support/live-visit.ts';
import { Person } from './support/person.ts';
import { addDevice } from '../src/systems/devices/actions/add-device.ts';
import { savePrinter } from '../src/systems/devices/actions/save-printer.ts';
import { startFakePrinter } from '../src/systems/devices/testing/fake-printer.ts';

/**
 * system: devices
 * A kiosk prints a ticket by itself; at the window the applicant signs on a tablet and the clerk sees it come.
 */
it('a kiosk prints a ticket on its own printer', async () => {
  const printer = await startFakePrinter();
  const { printerId } = await act(
    savePrinter,
    { name: 'Принтер історії', host: '127.0.0.1', port: printer.port },
    'it',
  );
  const { code } = await act(
    addDevice,
    { kind: 'kiosk', name: 'Кіоск історії', printerId, keepsHours: false },
    'it',
  );
  const olena = await Person.comes('olena at the printing kiosk', 'kiosk', '/device');
  await olena.writes('Код пристрою', code);
  await olena.clicks('Підключити');
  await olena.page.waitForURL(/\/kiosk\/main/);
  await olena.page.locator('.kiosk-tile').first().click();
  await olena.page.locator('.kiosk-choice-main').click();
  await olena.page.locator('button.kiosk-tile').first().click();
  await olena.sees('Талон друкується. Заберіть його знизу.');
  await expect.poll(() => printer.papers.length, { timeout: 60_000 }).toBe(1);
  const [paper] = printer.papers;
  expect(paper?.width).toBe(576);
  expect(paper?.bytes.some((byte) => byte !== 0)).toBe(true);

  const it_ = await Person.signsInAs('it at the devices', 'it');
  await it_.goes('/desk/devices');
  await it_.sees('Пристрої', 'Кіоск історії');
  await it_.goes('/desk/devices/printers');
  await it_.sees('Принтери', 'Принтер історії');
  await it_.goes('/desk/devices/papers');
  await it_.sees('Що друкували', 'надруковано');
  for (const person of [olena, it_]) await person.leaves();
  await printer.close();
});

it('an applicant signs on the tablet of the window', async () => {
  const { caseId } = await makeVisit('administrator-05', 9);
  const { code } = await act(
    addDevice,
    { kind: 'tablet', name: 'Планшет вікна 5 (історія)', windowNo: 7 },
    'it',
  );
  const tablet = await Person.comes('a tablet', 'desk', '/device');
  await tablet.writes('Код пристрою', code);
  await tablet.clicks('Підключити');
  await tablet.sees('Тут ви поставите підпис');

  const clerk = await Person.signsInAs('clerk of the tablet', 'administrator-05');
  await clerk.goes(`/desk/signatures/${caseId}?window=7`);
  await clerk.sees('Підпису ще немає.');
  await clerk.presses('F2');
  await clerk.sees('чекаємо на підпис');
  await tablet.sees('Прочитайте і підпишіть');
  const box = await tablet.page.locator('canvas').boundingBox();
  if (box === null) throw new Error('the tablet has no field');
  await tablet.page.mouse.move(box.x + 60, box.y + 60);
  await tablet.page.mouse.down();
  for (let step = 1; step <= 20; step += 1) {
    await tablet.page.mouse.move(box.x + 60 + step * 20, box.y + 60 + (step % 2) * 50);
  }
  await tablet.page.mouse.up();
  await tablet.clicks('Підписати');
  await tablet.finds('Тут ви поставите підпис');
  await clerk.sees(/^підписано$/);
  for (const person of [tablet, clerk]) await person.leaves();
});
