import { it } from 'vitest';
import { registerAppeal } from '../src/systems/appeals/actions/register-appeal.ts';
import { act } from './support/ask-city.ts';
import { Person } from './support/person.ts';

/**
 * system: appeals
 * A letter asks for a road that needs an examination. The deputy mayor entrusts it, extends the term with the
 * reason before it ends, and the author sees the new day and why.
 */
it('The deputy mayor extends a term', async () => {
  const registrar = await Person.signsIn('registrar of the letter', 'Реєстратор звернень');
  await registrar.goes('/desk/appeals/new');
  await registrar.sees('Нове звернення');
  await registrar.writes('Прізвище, ім’я, по батькові', 'Дубенко Олексій Іванович');
  await registrar.writes('Місце проживання', 'м. Кропивницький, вул. Вокзальна, 3');
  await registrar.writes('Текст звернення', 'Прошу відремонтувати міст через Інгул: плити рухаються.');
  await registrar.presses('Control+Enter');
  await registrar.sees('Оберіть вид', 'Оберіть тему');
  await registrar.page.getByLabel('заява', { exact: true }).check();
  await registrar.page.getByLabel('Тема питання 1').selectOption('030');
  await registrar.presses('Control+Enter');
  await registrar.sees('Звернення зареєстровано', 'Код для автора');

  const { caseId, number, trackingCode } = await act(
    registerAppeal,
    {
      channel: 'post',
      kind: 'application',
      questions: [{ topic: '030', text: 'Ремонт мосту' }],
      author: {
        name: 'Дубенко Олексій Іванович',
        address: 'м. Кропивницький, вул. Вокзальна, 3',
        email: 'dubenko@example.org',
      },
      text: 'Прошу відремонтувати міст через Інгул: плити рухаються, їздити небезпечно.',
    },
    'registrar-01',
  );
  const deputy = await Person.signsInAs('deputy who extends', 'deputy-mayor');
  await deputy.goes(`/desk/appeals/${caseId}`);
  await deputy.sees('Накласти резолюцію', 'Схожі звернення', 'той самий автор');
  await deputy.page.getByLabel('Виконавець', { exact: true }).selectOption('utilities');
  await deputy.writes('Резолюція', 'Замовити обстеження мосту');
  await deputy.clicks('Доручити');
  await deputy.sees('Резолюцію накладено', 'Замовити обстеження мосту');
  await deputy.page.getByText('Продовжити строк', { exact: true }).first().click();
  await deputy.clicks('Продовжити');
  await deputy.sees('Впишіть, на скільки днів продовжити');
  await deputy.writes('На скільки днів продовжити', '10');
  await deputy.writes('Причина', 'Потрібне обстеження мосту спеціалістами');
  await deputy.clicks('Продовжити');
  await deputy.sees('Строк продовжено', 'Потрібне обстеження мосту');

  const author = await Person.comes('author of the letter', 'phone', '/appeals/track');
  await author.writes('Номер', number);
  await author.writes('Код', trackingCode);
  await author.clicks('Показати');
  await author.sees('Строк продовжено', 'Відповімо не пізніше ніж');
  for (const person of [registrar, deputy, author]) await person.leaves();
});
