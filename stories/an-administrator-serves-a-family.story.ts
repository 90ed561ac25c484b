import { expect, it } from 'vitest';
import { takeTicket } from '../src/systems/queue/actions/take-ticket.ts';
import { act } from './support/ask-city.ts';
import { RESIDENCE_SERVICE } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const NAME = 'Шевчук Оксана Петрівна';
const CODE = '1759013776';
const WRONG_CODE = '1759013770';
const CODE_FIELD = 'РНОКПП або ЄДРПОУ';

/**
 * system: queue, applications
 * A mother declares where she and two children live. Everything from the keyboard.
 */
it('An administrator serves a family', async () => {
  const { number } = await act(takeTicket, {
    hall: 'main',
    serviceCode: RESIDENCE_SERVICE,
    classCode: 'combatant',
  });
  const clerk = await Person.signsIn('clerk', 'Адміністратор, вікно 2');
  await clerk.goes('/desk/window');
  await clerk.tabsTo('Відкрити вікно 5');
  await clerk.presses('Enter');
  await clerk.sees('Вікно 5', number);
  await clerk.presses('F2');
  await clerk.sees('Попросіть документ');
  await clerk.tabsTo('Показано');
  await clerk.presses('Enter');
  await clerk.sees('Документ перевірено');
  await clerk.presses('F9');
  await clerk.finds('приймаємо');
  await clerk.presses('Alt+K');
  await clerk.sees('Консультацію записано.');

  await registerFirst(clerk);
  await registerOneMore(clerk, 'прописка', 2);
  await registerOneMore(clerk, 'довідка', 3);

  await clerk.tabsTo('Опис документів');
  await clerk.presses('Enter');
  await clerk.sees('Опис вхідного пакета документів', NAME);
  await clerk.goes('/desk/window');
  await clerk.presses('F10');
  await clerk.sees('Біля вікна нікого');
  await clerk.tabsTo('Закрити вікно');
  await clerk.presses('Enter');
  await clerk.finds('Яке вікно ваше?');
  await clerk.leaves();
});

/** Half the form, a reload, a wrong digit told in a sentence, the right one. */
async function registerFirst(clerk: Person): Promise<void> {
  await clerk.types('Прізвище, ім’я', NAME);
  await clerk.page.reload();
  await clerk.finds('Зареєструвати заяву');
  expect(await clerk.field(/Прізвище, ім’я/).inputValue()).toBe(NAME);
  await clerk.types(CODE_FIELD, WRONG_CODE);
  await clerk.tabsTo('Заява');
  await clerk.presses('Space');
  await clerk.presses('Control+Enter');
  await clerk.sees('контрольна цифра має збігатися');
  expect(await clerk.field(/Прізвище, ім’я/).inputValue()).toBe(NAME);
  await clerk.types(CODE_FIELD, CODE);
  await clerk.presses('Control+Enter');
  await clerk.sees('Заяву зареєстровано', /ЦНАП-\d{4}-\d{6}/);
}

async function registerOneMore(clerk: Person, words: string, count: number): Promise<void> {
  await clerk.presses('Alt+N');
  await clerk.page.waitForURL(/same=/);
  await clerk.presses('F3');
  await clerk.page.keyboard.insertText(words);
  await clerk.presses('Enter');
  await clerk.page.waitForURL(/words=[^&]/);
  await clerk.presses('Alt+2');
  await clerk.sees('Той самий заявник', NAME);
  await clerk.presses('Control+Enter');
  await clerk.page.waitForURL(/registered=/);
  await clerk.sees('Заяву зареєстровано');
  await expect.poll(() => clerk.page.getByRole('link', { name: /^ЦНАП-/ }).count()).toBe(count);
}
