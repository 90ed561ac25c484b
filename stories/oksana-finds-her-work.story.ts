import { expect, it } from 'vitest';
import { draftAnswer } from '../src/systems/appeals/actions/draft-answer.ts';
import { giveResolution } from '../src/systems/appeals/actions/give-resolution.ts';
import { registerAppeal } from '../src/systems/appeals/actions/register-appeal.ts';
import { registerRequest } from '../src/systems/information-requests/actions/register-request.ts';
import { act } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const UNIT = 'capital-construction';

/**
 * system: desk
 * An appeal and an information request come to one department. Oksana finds both in one list, takes each by
 * one key and answers; the deputy mayor finds the answer among her decisions, and the terms of all units by
 * numbers that open.
 */
it('Oksana finds her work', async () => {
  const appeal = await registerLetter();
  const request = await act(
    registerRequest,
    {
      channel: 'post',
      requester: { kind: 'person', name: 'Мороз Ігор Богданович', address: 'вул. Київська, 3' },
      subject: 'Кошторис ремонту мосту',
      body: 'Прошу надати кошторис ремонту мосту через Інгул.',
      unitCode: UNIT,
    },
    'registrar-01',
  );

  const oksana = await Person.signsInAs('oksana', `specialist-${UNIT}`);
  await oksana.sees('Моя робота', 'Чекає на мене', appeal.number, request.number, 'Взяти в роботу');
  await oksana.presses('F3');
  await oksana.page.keyboard.insertText(appeal.number);
  await oksana.presses('Enter');
  await oksana.page.waitForURL(/words=/);
  await oksana.sees(appeal.number, 'Бондар Л. С.', 'Закон 393/96-ВР, ст. 20');
  await oksana.doesNotSee(request.number);
  await oksana.presses('F2');
  await oksana.sees('Узято в роботу');
  await act(
    draftAnswer,
    {
      caseId: appeal.caseId,
      kind: 'final',
      text: 'Міст обстежено, ремонт розпочнемо 1 березня.',
      outcomes: [{ no: 1, outcome: 'satisfied' }],
    },
    `specialist-${UNIT}`,
  );
  await oksana.goes('/desk?show=others');
  await oksana.sees(appeal.number, 'Погоджує керівництво');

  const deputy = await Person.signsInAs('deputy who decides', 'deputy-mayor');
  await deputy.goes('/desk/decisions');
  await deputy.sees('На моє рішення', 'Погодити й підписати відповідь', appeal.number);
  await seeTheTerms(deputy, appeal.number);
  for (const person of [oksana, deputy]) await person.leaves();
});

async function registerLetter() {
  const appeal = await act(
    registerAppeal,
    {
      channel: 'post',
      kind: 'application',
      questions: [{ topic: '030', text: 'Ремонт мосту' }],
      author: { name: 'Бондар Лариса Степанівна', address: 'вул. Набережна, 9' },
      text: 'Прошу обстежити міст через Інгул біля Набережної: перила хитаються.',
    },
    'registrar-01',
  );
  const { caseId } = appeal;
  const executor = { unitCode: UNIT };
  await act(giveResolution, { caseId, executor, text: 'Обстежити міст' }, 'deputy-mayor');
  return appeal;
}

/** A number of the control opens into as many rows. */
async function seeTheTerms(deputy: Person, number: string): Promise<void> {
  await deputy.goes(`/desk/terms?unit=${UNIT}`);
  await deputy.sees('Контроль строків', 'За видами', 'За органами й підрозділами', 'Капітальне будівництво');
  const cell = deputy.page
    .locator('table')
    .first()
    .locator('tbody tr', { hasText: 'Звернення' })
    .locator('a')
    .nth(1);
  const count = Number(await cell.innerText());
  await cell.click();
  await deputy.sees('Відкриті справи', number);
  expect(await deputy.page.locator('tbody tr').count()).toBe(count);
}
