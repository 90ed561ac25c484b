import { it } from 'vitest';
import { Person } from './support/person.ts';

/**
 * system: incoming-mail
 * A registrar goes through the letters: puts an advertisement aside with a reason, takes it back,
 * and sees what a letter may become.
 */
it('A registrar reads the mail', async () => {
  const registrar = await Person.signsIn('registrar with mail', 'Реєстратор звернень');
  await registrar.goes('/desk/mail');
  await registrar.sees('Вхідна пошта', 'Немає світла на вулиці Гоголя', 'Знижка 40 % на вікна');
  await registrar.clicks('Знижка 40 % на вікна лише сьогодні');
  await registrar.clicks('Відкласти без реєстрації');
  await registrar.sees('Напишіть кількома словами');
  await registrar.writes('Чому цей лист не реєструємо', 'реклама');
  await registrar.clicks('Відкласти без реєстрації');
  await registrar.sees('Лист відкладено');
  await registrar.doesNotSee(/Знижка/);
  await registrar.goes('/desk/mail?state=dismissed');
  await registrar.clicks('Знижка 40 % на вікна лише сьогодні');
  await registrar.sees('реклама');
  await registrar.clicks('Повернути до нових');
  await registrar.sees('Лист знову серед нових', 'Зареєструвати звернення', 'Зареєструвати запит');
  await registrar.leaves();
});
