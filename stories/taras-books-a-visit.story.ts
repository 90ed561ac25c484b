import { expect, it } from 'vitest';
import { act, ask } from './support/ask-city.ts';
import { Person } from './support/person.ts';
import { holdVisit } from '../src/systems/booking/actions/hold-visit.ts';
import { freeTimes } from '../src/systems/booking/queries/free-times.ts';
import { RESIDENCE_SERVICE } from './support/live-visit.ts';

/**
 * system: booking
 * Taras works all day: he books a visit from his phone, the head opens more windows, the clerk sees him coming.
 */
it('Taras books a visit', async () => {
  const taras = await Person.comes('taras', 'phone', '/booking');
  await taras.sees('Запис на прийом', 'У мене вже є запис');
  await taras.writes('Що вам потрібно?', 'прописка');
  await taras.clicks('Знайти послугу');
  await taras.sees('Оберіть послугу', 'Реєстрація місця проживання особи');
  await taras.clicks('Реєстрація місця проживання особи');
  await taras.sees('Оберіть день', /Візит триватиме до \d+ хвилин/);
  await taras.field(/Скільки людей прийде/).selectOption('2');
  await taras.clicks('Перерахувати');
  await taras.page.locator('.booking-days a:not([data-full])').last().click();
  await taras.sees('Обрати інший день');
  await taras.page.locator('.booking-times a').first().click();
  await taras.sees('Куди надіслати код', '2 людини');

  await taras.writes('Ваша електронна адреса', 'taras');
  await taras.clicks('Записатися');
  await taras.sees('Впишіть електронну адресу');
  await taras.writes('Ваша електронна адреса', 'taras@example.org');
  await taras.writes(/Як до вас звертатися/, 'Тарас');
  await taras.field(/Чи потрібна вам допомога/).selectOption('sign-language');
  await taras.clicks('Записатися');
  await taras.sees('Підтвердьте запис', /Час за вами до \d\d:\d\d/, 't…s@example.org');
  const code = /\/booking\/(\w{8})/.exec(taras.page.url())?.[1] ?? '';
  expect(code).not.toBe('');
  await taras.writes('Слово з листа', 'AAAAAAAA');
  await taras.clicks('Підтвердити');
  await taras.sees('Слово не збігається з листом');

  await taras.goes(`/booking/${code}`);
  const told = await taras.page.getByText('Слово з листа:').innerText();
  const word = /[2-9A-Z]{8}$/.exec(told)?.[0] ?? '';
  await taras.goes(`/booking/${code}/confirm?word=${word}`);
  await taras.sees('Підтвердьте запис');
  await taras.clicks('Підтвердити');
  await taras.sees('Запис підтверджено', 'Вас записано', 'Що взяти з собою', 'Додати в календар');

  await taras.clicks('Перенести');
  await taras.sees('Перенести запис');
  await taras.page.getByRole('button', { name: 'Перенести', exact: true }).click();
  await taras.sees('Запис перенесено', 'Вас записано');

  const kiosk = await Person.comes('booking kiosk', 'kiosk', '/kiosk/main/booking');
  await kiosk.sees('Я маю запис', 'Код запису');
  await kiosk.writes('Код запису', code);
  await kiosk.presses('Enter');
  await kiosk.sees(/Ваш запис на/);

  const head = await Person.signsIn('head of bookings', 'Керівник центру');
  await head.goes('/desk/bookings/capacity');
  await head.sees('Скільки відкрито для запису', 'Можна записати');
  await head.writes('Вікон', '12');
  await head.clicks('Змінити');
  await head.sees('Змінено. Вільний час перераховано.');

  await taras.goes(`/booking/${code}/cancel`);
  await taras.sees('Скасувати цей запис?');
  await taras.clicks('Так, скасувати');
  await taras.sees('Запис скасовано');
  for (const person of [taras, kiosk, head]) await person.leaves();
});

it('Taras books two sectors in one visit', async () => {
  const taras = await Person.comes('taras of two sectors', 'phone', '/services/01-01');
  await taras.clicks('Записатися на день і час');
  await taras.sees('Оберіть день');
  await taras.clicks('Додати ще одну послугу');
  await taras.sees('час буде одразу після першої');
  await taras.writes('Що вам потрібно?', 'субсидія');
  await taras.clicks('Знайти послугу');
  await taras.page.locator('.booking-services a').first().click();
  await taras.page.locator('.booking-days a:not([data-full])').last().click();
  await taras.page.locator('.booking-times a').first().click();
  await taras.writes('Ваша електронна адреса', 'taras-two@example.org');
  await taras.clicks('Записатися');
  await taras.sees('Підтвердьте запис', /Реєстрація → Соціальні послуги/);
  const told = await taras.page.getByText('Слово з листа:').innerText();
  await taras.writes('Слово з листа', /[2-9A-Z]{8}$/.exec(told)?.[0] ?? '');
  await taras.clicks('Підтвердити');
  await taras.sees('Вас записано', 'Що взяти з собою');
  await taras.leaves();
});

it('what is booked twice is told in a sentence', async () => {
  const { times } = await ask(freeTimes, { services: [RESIDENCE_SERVICE], day: await lastDay() });
  const startsAt = times.at(-1) ?? '';
  const booked: string[] = [];
  const refused: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    const email = `booker-${index}@example.org`;
    await act(holdVisit, { services: [RESIDENCE_SERVICE], startsAt, email }).then(
      ({ code }) => booked.push(code),
      (error: unknown) => refused.push(String(error)),
    );
  }
  expect(booked.length).toBeGreaterThan(0);
  expect(refused.length).toBe(20 - booked.length);
  expect(refused.every((reason) => reason.includes('409'))).toBe(true);
});

async function lastDay(): Promise<string> {
  const { days } = await ask(freeTimes, { services: [RESIDENCE_SERVICE] });
  return days.findLast(({ free }) => free > 0)?.day ?? '';
}
