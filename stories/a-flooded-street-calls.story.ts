import { expect, it } from 'vitest';
import { Person } from './support/person.ts';

const STREET = 'просп. Університетський';

/**
 * system: hotline
 * A street is flooded. The first caller's ticket goes to the utilities by keyboard; the operator announces the
 * event, and the neighbours' calls are answered with one key. A resident reports from the street by telephone,
 * the brigade says that it is done, the resident says that it is not, then that it is.
 */
it('A flooded street calls', async () => {
  const operator = await Person.signsInAs('operator of the hotline', 'operator-01');
  await operator.goes('/desk/hotline');
  await operator.sees('Гаряча лінія', 'Що вже відомо');
  await operator.writes('Телефон', '050 777 11 22');
  await operator.writes('Адреса', `${STREET} 7`);
  await operator.page.getByLabel('Тема').first().selectOption('sewer');
  await operator.presses('Enter');
  await operator.sees('Університетський, 7');
  await operator.writes(/^Що каже людина/, 'Вода з каналізації тече вулицею.');
  await operator.page.getByRole('radio', { name: 'аварія' }).check();
  await operator.presses('F8');
  await operator.sees(/Прийнято: ГЛ-\d{4}-\d+/, 'Продиктуйте номер і код');

  await operator.goes('/desk/hotline/duty');
  await operator.page.getByText('Оголосити масову подію').first().click();
  const form = operator.page.getByRole('form', { name: 'Оголосити масову подію' });
  await form.getByLabel('Тема').selectOption('sewer');
  await form.getByLabel('Що сталося, одним реченням').fill('Підтоплено проспект Університетський');
  await form.getByLabel('Що казати людям').fill('Бригада на місці, воду відкачають до вечора.');
  await form.getByLabel(/^Вулиці через кому/).fill('Університетський');
  await form.getByLabel('До якого дня').fill('2099-01-01');
  await form.getByRole('button').click();
  await operator.sees('Подію оголошено', 'Підтоплено проспект Університетський');

  for (const house of ['3', '5']) {
    await operator.goes(
      `/desk/hotline?${new URLSearchParams({ phone: `05077711${house}0`, place: `${STREET} ${house}`, topic: 'sewer' }).toString()}`,
    );
    await operator.finds('Бригада на місці');
    await operator.presses('F7');
    await operator.finds('Дзвінок записано до події');
  }

  const wall = await Person.comes('wallboard', 'television', '/board/hotline');
  await wall.sees('Підтоплено проспект Університетський', '2 дзвінки');

  const resident = await Person.comes('resident of the flooded street', 'phone', '/report-a-problem');
  await resident.sees('Повідомити про проблему');
  await resident.page.getByLabel('Що сталося').selectOption('sewer');
  await resident.writes('Розкажіть докладніше', 'Вода вже біля сходів дитячого садка.');
  await resident.clicks('Надіслати');
  await resident.sees('Впишіть адресу або позначте місце на карті');
  await resident.writes(/^Де/, `${STREET} 9`);
  await resident.clicks('Надіслати');
  await resident.sees('Заявку прийнято');
  const number = /ГЛ-\d{4}-\d+/.exec(await resident.page.locator('main').innerText())?.[0] ?? '';
  expect(number).not.toBe('');

  const brigade = await Person.signsInAs('brigade', 'specialist-utilities');
  for (const word of ['Решітки прочистили, воду відкачали.', 'Повернулися, відкачали підвал садка.']) {
    await brigade.goes('/desk/hotline/tickets');
    await brigade.clicks(number);
    const take = brigade.page.getByRole('button', { name: 'Узяти в роботу' });
    if ((await take.count()) > 0) await brigade.presses('F2');
    await brigade.writes('Що зроблено', word);
    await brigade.clicks('Доповісти, що зроблено');
    await brigade.sees('Чекаємо, що скаже мешканець');
    if (word.startsWith('Решітки')) {
      await resident.clicks('Де моя заявка');
      await resident.sees('Чи справді зроблено?', word);
      await resident.page.getByLabel('ні, поверніть у роботу').check();
      await resident.clicks('Відповісти');
      await resident.sees('Повернули виконавцеві');
    }
  }
  await resident.page.reload();
  await resident.clicks('Відповісти');
  await resident.sees('виконано');

  const neighbour = await Person.comes('neighbour of the flooded street', 'phone', '/problems');
  await neighbour.sees('Проблеми міста', 'Каналізація, підтоплення');
  await neighbour.doesNotSee(/дитячого садка|050 777/);
  for (const person of [operator, wall, resident, brigade, neighbour]) await person.leaves();
});
