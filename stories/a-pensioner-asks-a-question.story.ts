import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const QUESTION = 'Мій дядько живе в селі. Чи може він оформити субсидію у вас, а не в районі?';
const ANSWER = 'Так. Прийдіть із будь-якого дня тижня: заяву приймуть тут і передадуть до його управління.';

/**
 * system: consultations
 * A pensioner asks on the site and leaves an e-mail; an administrator answers, takes the person out of
 * the text and publishes it; a neighbour finds the answer by her own words.
 */
it('A pensioner asks a question', async () => {
  const pensioner = await Person.comes('pensioner', 'phone', '/consultations');
  await pensioner.sees('Запитання й відповіді');
  await pensioner.clicks('Поставити запитання');
  await pensioner.writes('Ваше запитання', QUESTION);
  await pensioner.clicks('Надіслати запитання');
  await pensioner.sees('Впишіть адресу');
  expect(await pensioner.field('Ваше запитання').inputValue()).toBe(QUESTION);
  await pensioner.writes('Електронна пошта', 'dido@example.org');
  await pensioner.clicks('Надіслати запитання');
  await pensioner.sees('Запитання надіслано', 'Закон строку для консультацій не встановлює');

  const clerk = await Person.signsIn('answering clerk', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/consultations');
  await clerk.sees('Запитання людей');
  await clerk.clicks(new RegExp('Мій дядько живе в селі'));
  await clerk.writes('Ваша відповідь', `${ANSWER} Або дзвоніть: 050 123-45-67.`);
  await clerk.presses('Control+Enter');
  await clerk.sees('Відповідь надіслано', 'Запитання для всіх');
  await clerk.writes('Запитання для всіх', 'Чи можна оформити субсидію не за місцем проживання?');
  await clerk.page.getByLabel('Особистих даних у запитанні й відповіді немає').check();
  await clerk.clicks('Оприлюднити в базі');
  await clerk.sees('Заберіть «050 123-45-67»');
  await clerk.writes('Відповідь для всіх', ANSWER);
  await clerk.clicks('Оприлюднити в базі');
  await clerk.sees('Відповідь у базі');

  const neighbour = await Person.comes('neighbour', 'phone', '/consultations');
  await neighbour.writes('Про що ви хочете спитати?', 'субсидія проживання');
  await neighbour.clicks('Шукати');
  await neighbour.clicks('Чи можна оформити субсидію не за місцем проживання?');
  await neighbour.sees('Відповідь Центру', ANSWER);
  await neighbour.doesNotSee(/dido|дядько|050 123/);
  for (const person of [pensioner, clerk, neighbour]) await person.leaves();
});
