import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ring } from '../src/systems/hotline/actions/ring.ts';
import { reportProblem } from '../src/systems/hotline/actions/report-problem.ts';
import { operatorDesk } from '../src/systems/hotline/queries/operator-desk.ts';
import { act, ask } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const STREET = 'просп. Університетський';

/** A typist presses four keys a second: so many keys are a call of less than thirty seconds. */
const MOST_KEYS = 110;

/** Hands on a keyboard: every key that is pressed is counted, letters and others apart. */
function handsOf({ page }: Person) {
  const pressed = { letters: 0, others: 0 };
  return {
    pressed,
    async presses(...keys: readonly string[]) {
      for (const key of keys) await page.keyboard.press(key);
      pressed.others += keys.length;
    },
    async types(text: string) {
      await page.keyboard.type(text);
      pressed.letters += text.length;
    },
  };
}

/** The number on the wallboard above these words. */
function shownAt({ page }: Person, words: string) {
  const figure = page.locator('.hotline-board > li').filter({ hasText: words }).locator('strong');
  return async () => Number(await figure.innerText());
}

/** The exchange tells of a call that rings. */
async function callComes(phone: string): Promise<string> {
  const callId = randomUUID();
  await act(ring, { callId, phone, at: new Date(), event: 'ringing' }, 'integrator');
  return callId;
}

/**
 * system: hotline
 * A street is flooded. The exchange rings on the operators' screens and on the wallboard by itself; the first
 * caller's ticket goes to the utilities by keyboard alone, in so many key presses. The operator announces the
 * event of two houses, the neighbours' calls are answered with one key, and when the event ends its authors are
 * told. A resident reports from the street by telephone, the brigade says that it is done, the resident says that
 * it is not, then that it is; the answers are a figure that opens into its rows.
 */
it('A flooded street calls', async () => {
  const operator = await Person.signsInAs('operator of the hotline', 'operator-01');
  const colleague = await Person.signsInAs('second operator', 'operator-02');
  const wall = await Person.comes('wallboard', 'television', '/board/hotline');
  const onLine = shownAt(wall, 'на лінії');
  const calls = shownAt(wall, 'дзвінків сьогодні');
  const before = { onLine: await onLine(), calls: await calls() };
  for (const one of [operator, colleague]) await one.goes('/desk/hotline');
  await operator.sees('Гаряча лінія', 'Що вже відомо', 'Що можна відповісти');
  // Should a page be loaded anew, its mark is gone.
  for (const one of [operator, colleague, wall])
    await one.page.evaluate(() => void (document.documentElement.dataset['mark'] = 'same page'));
  const isSamePage = (one: Person) =>
    one.page.evaluate(() => document.documentElement.dataset['mark'] === 'same page');

  await callComes('+380507771122');
  for (const one of [operator, colleague]) {
    await one.finds('Відповісти: +380507771122');
    expect(await isSamePage(one)).toBe(true);
  }
  await expect.poll(onLine).toBe(before.onLine + 1);
  await colleague.sees('дзвонить');

  const hands = handsOf(operator);
  await hands.presses('F2');
  await operator.page.waitForURL(/call=/);
  await hands.types('Університетський 7');
  await hands.presses('Tab', 'ArrowDown', 'ArrowDown', 'Tab', 'Enter');
  await operator.finds('Університетський, 7');
  await hands.types('Вода з каналізації тече вулицею.');
  await hands.presses('Tab', 'Tab', 'ArrowRight', 'ArrowRight', 'F8');
  await operator.sees(/Прийнято: ГЛ-\d{4}-\d+/, 'Продиктуйте номер і код');
  expect(hands.pressed.others).toBe(11);
  expect(hands.pressed.letters + hands.pressed.others).toBeLessThanOrEqual(MOST_KEYS);
  const [ticket] = (await ask(operatorDesk, { phone: '0507771122' }, 'operator-01')).byPhone;
  expect(ticket?.title).toContain('Каналізація');

  await expect.poll(onLine).toBe(before.onLine);
  await expect.poll(calls).toBe(before.calls + 1);
  await expect.poll(() => colleague.page.getByText('Відповісти: +380507771122').count()).toBe(0);
  for (const one of [colleague, wall]) expect(await isSamePage(one)).toBe(true);

  await operator.goes('/desk/hotline/events');
  await operator.page.getByText('Оголосити масову подію').first().click();
  const form = operator.page.getByRole('form', { name: 'Оголосити масову подію' });
  await form.getByLabel('Тема').selectOption('sewer');
  await form.getByLabel('Що сталося, одним реченням').fill('Підтоплено проспект Університетський');
  await form.getByLabel('Що казати людям').fill('Бригада на місці, воду відкачають до вечора.');
  await form.getByLabel(/^Вулиці та будинки/).fill(`${STREET} 3, 500`);
  await form.getByLabel('До якого дня').fill('2099-01-01');
  await form.getByRole('button').click();
  await operator.sees('Університетський, 500» немає в реєстрі адрес');
  await form.getByLabel(/^Вулиці та будинки/).fill(`${STREET} 3, 5`);
  await form.getByRole('button').click();
  await operator.sees('Подію оголошено', 'просп. Університетський, 3, 5', 'Заявок про цю подію ще немає.');
  const eventPath = new URL(operator.page.url()).pathname;
  await wall.sees('Підтоплено проспект Університетський', '0 дзвінків');

  for (const house of ['3', '5']) {
    await operator.goes('/desk/hotline');
    await callComes(`+3805077711${house}0`);
    await operator.finds(`Відповісти: +3805077711${house}0`);
    const neighbours = handsOf(operator);
    await neighbours.presses('F2');
    await operator.page.waitForURL(/call=/);
    await neighbours.types(`Університетський ${house}`);
    await neighbours.presses('Enter');
    await operator.finds('Бригада на місці');
    await neighbours.presses('F7');
    await operator.finds('Дзвінок записано до події');
    expect(neighbours.pressed.others).toBe(3);
  }
  await wall.finds('2 дзвінки');
  expect(await isSamePage(wall)).toBe(true);

  await operator.goes('/desk/hotline?words=субсидія');
  await operator.sees('послуга', 'консультація', /^Строк: /);
  await operator.presses('Alt+2');
  await operator.finds('Дзвінок записано.');

  const { houseId } = await ask(operatorDesk, { place: `${STREET} 3` }, 'operator-01');
  const tied = { topic: 'sewer', text: 'Підвал залило.', houseId: houseId ?? '' };
  await act(reportProblem, { ...tied, phone: '+380507779933' });
  await operator.goes(eventPath);
  await operator.page.getByLabel('Чим закінчилося').fill('Воду відкачали, решітки прочистили.');
  await operator.clicks('Завершити подію');
  await operator.sees('Подію завершено', 'завершено', 'Воду відкачали, решітки прочистили.');
  await expect.poll(() => wall.page.getByText('Підтоплено проспект Університетський').count()).toBe(0);
  await operator.goes('/desk/hotline/duty');
  await operator.sees(
    '+380507779933',
    /Сказати, що подія «Підтоплено проспект Університетський» завершилася/,
  );
  await operator.clicks('Передзвонили: +380507779933');
  await operator.sees('Записано: передзвонили');

  const resident = await Person.comes('resident of the flooded street', 'phone', '/report-a-problem');
  await resident.sees('Повідомити про проблему');
  await resident.page.getByLabel('Що сталося').selectOption('sewer');
  await resident.writes('Розкажіть докладніше', 'Вода вже біля сходів дитячого садка.');
  await resident.clicks('Надіслати');
  await resident.sees('Впишіть адресу або позначте місце на карті');
  await resident.writes(/^Де/, `${STREET} 8`);
  await resident.clicks('Надіслати');
  await resident.clicks('Це інше, надіслати заявку');
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
  await resident.page.getByLabel('так', { exact: true }).check();
  await resident.clicks('Відповісти');
  await resident.sees('виконано');

  const neighbour = await Person.comes('neighbour of the flooded street', 'phone', '/problems');
  await neighbour.sees('Проблеми міста', 'Каналізація, підтоплення');
  await neighbour.doesNotSee(/дитячого садка|050 777/);
  await neighbour.goes('/hotline/report');
  await neighbour.sees('Справді зроблено', 'Оцінка виконання');
  await neighbour.page.locator('a[href*="/figures/hotline.really-done/rows"]').first().click();
  await neighbour.sees(number, 'Не зроблено', 'Управління ЖКГ');
  for (const person of [operator, colleague, wall, resident, brigade, neighbour]) await person.leaves();
});
