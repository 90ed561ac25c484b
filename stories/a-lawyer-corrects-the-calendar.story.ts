import { expect, it } from 'vitest';
import { removeLocalDayAction } from '../src/systems/law/actions/local-day.ts';
import { trackApplication } from '../src/systems/applications/queries/track-application.ts';
import { act, ask } from './support/ask-city.ts';
import { makeVisit } from './support/live-visit.ts';
import { Person } from './support/person.ts';

/**
 * system: law
 * The city makes the last day of an application a day off: its date moves by itself and says why.
 */
it('A lawyer corrects the calendar', async () => {
  const visit = await makeVisit('administrator-21', 31);
  const { number, trackingCode: code } = visit;
  const { dueOn } = await ask(trackApplication, { number, code });

  const lawyer = await Person.signsIn('lawyer', 'Керівник центру');
  await lawyer.goes('/desk/law');
  await lawyer.sees('Право і календарі', 'За нашими даними воєнний стан діяв до');
  await lawyer.clicks('Календар строків');
  await lawyer.sees('вихідний замість свята', 'Особливі дні року');
  await lawyer.page.getByText('Визначити окремий день у місті').click();
  const form = lawyer.page.locator('form#local-day');
  await form.getByLabel('Дата').fill(dueOn ?? '');
  await form.getByLabel('Причина').fill('день жалоби в місті');
  await form.getByRole('button', { name: 'Визначити' }).click();
  await lawyer.sees('Строки відкритих справ перерахуємо за кілька хвилин');

  const resident = await Person.comes('told resident', 'phone');
  const path = `/track?${new URLSearchParams({ number, code }).toString()}`;
  await expect
    .poll(
      async () => {
        await resident.goes(path);
        return resident.page.locator('body').innerText();
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toContain('Строк перераховано');
  await resident.sees('день жалоби в місті');

  await resident.goes('/terms?words=прописка');
  await resident.sees('Оберіть послугу');
  await resident.page.locator('main ul a').first().click();
  await resident.sees('Останній день', 'Як ми порахували');
  await resident.goes('/opening-hours');
  await resident.sees('Найближчі сім днів');
  // Other stories live in the same city.
  await act(removeLocalDayAction, { date: dueOn ?? '', reason: 'історію розказано' }, 'head');
  await lawyer.leaves();
  await resident.leaves();
});
