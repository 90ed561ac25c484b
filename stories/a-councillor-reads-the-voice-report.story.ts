import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const YEAR = new Date().getFullYear();

/**
 * system: voice-report
 * A councillor reads what people wrote to the city about, opens a number into its rows, and looks at
 * the form by the classifier.
 */
it('A councillor reads the voice report', async () => {
  const councillor = await Person.comes('councillor', 'desk', `/voice/${YEAR}`);
  await councillor.sees(
    'Звіт про звернення громадян',
    'Звернення, що надійшли',
    'За темою: популярні питання',
  );
  const cell = councillor.page.locator('a[href*="appeals.received/rows"]').first();
  const printed = await cell.innerText();
  await cell.click();
  await councillor.page.waitForURL(/\/rows\?/);
  await councillor.sees(printed, 'Імен і адрес тут немає');
  await councillor.goes(`/voice/${YEAR}`);
  await councillor.clicks('Форма за класифікатором КМУ 858');
  await councillor.sees('Комунальне господарство', '3.3', 'Скарга');
  expect(councillor.page.url()).toContain('/form');
  await councillor.leaves();
});
