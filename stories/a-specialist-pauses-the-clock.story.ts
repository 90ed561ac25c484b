import { expect, it } from 'vitest';
import { z } from 'zod';
import { leaveWithoutMotion } from '../src/systems/applications/actions/leave-without-motion.ts';
import { registerApplication } from '../src/systems/applications/actions/register-application.ts';
import { recordOutcome } from '../src/systems/applications/actions/record-outcome.ts';
import { takeApplication } from '../src/systems/applications/actions/take-application.ts';
import { getApplication } from '../src/systems/applications/queries/get-application.ts';
import { act, askPart } from './support/ask-city.ts';
import { bringPast } from './support/bring-past.ts';
import { APPLICANT, makeVisit, type PastVisit } from './support/live-visit.ts';
import { Person } from './support/person.ts';

const SPECIALIST = 'specialist-dnap-residence';
const REASON = 'Додайте згоду власника житла.';
const DAYS_OF_PAUSE = 6;

/**
 * system: applications
 * A specialist leaves an application without motion and takes it up again; everyone sees whose day it was.
 */
it('A specialist pauses the clock', async () => {
  const visit = await makeVisit('administrator-06', 6);
  const specialist = await Person.signsIn('specialist', 'Спеціаліст реєстрації місця проживання');
  await specialist.sees('Моя робота', visit.number);
  await specialist.clicks(`Взяти в роботу ${visit.number}`);
  await specialist.sees('Заява у вашій роботі', 'у роботі', 'Залишити без руху');

  await refuseAnother(visit);
  await pause(specialist);
  const resident = await Person.comes('applicant', 'phone', '/track');
  await resident.writes('Номер заяви', visit.number);
  await resident.writes('Код', visit.trackingCode);
  await resident.clicks('Показати заяву');
  await resident.sees('залишено без руху', REASON, 'Черга за вами', 'відлік строку стоїть');

  await specialist.presses('F9');
  await specialist.sees('Розгляд відновлено', 'Виправлено, розгляд відновлено');
  await refuse(specialist);
  await handOut(visit);

  await resident.page.reload();
  await resident.sees(
    'видано',
    'Залишено без руху',
    'Виправлено, розгляд відновлено',
    'Ухвалено рішення',
    'Результат видано',
  );
  await resident.sees('Чий це день', 'заявник', 'центр');
  await seeTheDateMoved(specialist);
  for (const person of [specialist, resident]) await person.leaves();
});

/** A colleague of the same body may look, and nothing more. */
async function refuseAnother({ caseId }: PastVisit): Promise<void> {
  const another = await Person.signsInAs('another specialist', `${SPECIALIST}-2`);
  await another.goes(`/desk/applications/${caseId}`);
  await another.sees('Що зробити');
  await another.doesNotSee('Записати рішення');
  await another.leaves();
  const deed = act(recordOutcome, { caseId, outcome: 'granted' }, `${SPECIALIST}-2`);
  await expect(deed).rejects.toThrow(/40[39]/);
}

async function pause(specialist: Person): Promise<void> {
  await specialist.page.locator('summary', { hasText: 'Залишити без руху' }).click();
  await specialist.page.locator('#pause button').click();
  await specialist.sees(
    'Напишіть, що заявник має виправити.',
    'Вкажіть дату, до якої заявник має виправити недоліки.',
  );
  await specialist.writes('Що виправити', REASON);
  await specialist.writes('До якого дня', dayFromNow(14));
  await specialist.page.locator('#pause button').click();
  await specialist.sees('Заяву залишено без руху, відлік строку стоїть.', 'Відновити розгляд');
}

/** A refusal wants a reason of the law; the result's paper goes with it. */
async function refuse(specialist: Person): Promise<void> {
  await specialist.field('Відмовлено').check();
  await specialist.page.locator('#decide button').last().click();
  await specialist.sees('Оберіть щонайменше одну підставу відмови.');
  const reasons = specialist.page.locator('#decide details');
  if ((await reasons.getAttribute('open')) === null) await reasons.locator('summary').click();
  await specialist.field(/Подано не всі документи/).check();
  await specialist.writes(/Слова до заявника/, 'Згоди власника не додано.');
  await specialist.page.locator('#decide input[type=file]').setInputFiles({
    name: 'рішення.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await specialist.page.locator('#decide button').last().click();
  await specialist.sees('Рішення записано', 'Відмовлено', 'Подано не всі документи', 'рішення.pdf');
}

async function handOut({ number, trackingCode }: PastVisit): Promise<void> {
  const clerk = await Person.signsIn('handing clerk', 'Адміністратор, вікно 1');
  await clerk.goes('/desk/hand-out');
  await clerk.writes('Номер заяви', number);
  await clerk.presses('Enter');
  await clerk.sees('Перевірте документ, що посвідчує особу', APPLICANT.name);
  await clerk.writes(/Код із квитанції/, 'ХИБНИЙ123');
  await clerk.presses('F10');
  await clerk.sees('Код не підходить');
  await clerk.writes(/Код із квитанції/, trackingCode);
  await clerk.presses('F10');
  await clerk.sees('Результат видано.');
  await clerk.leaves();
}

/** Six days of the applicant's are not the body's: the date moves, and the steps say so with articles. */
async function seeTheDateMoved(specialist: Person): Promise<void> {
  const past = (daysAgo: number, login = SPECIALIST) => ({ login, daysAgo });
  const service = { serviceCode: '01-01', applicant: APPLICANT, documents: [] };
  const { caseId, dueOn } = await bringPast(registerApplication, service, past(8, 'administrator-06'));
  await bringPast(takeApplication, { caseId }, past(8));
  const cureBy = dayFromNow(3);
  await bringPast(leaveWithoutMotion, { caseId, reason: REASON, cureBy }, past(DAYS_OF_PAUSE));
  await specialist.goes(`/desk/applications/${caseId}`);
  await specialist.sees('Відлік поки що стоїть.');
  await specialist.presses('F9');
  await specialist.sees(
    'Розгляд відновлено',
    /відлік зупинили: заяву залишили без руху/,
    /Він стояв \d+ д/,
    /Закон 2073-IX, ст\. 43/,
  );
  const moved = await askPart(getApplication, { caseId }, SPECIALIST, z.object({ dueOn: z.iso.date() }));
  expect(Date.parse(moved.dueOn)).toBeGreaterThan(Date.parse(dueOn ?? ''));
}

function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' }).format(
    Date.now() + days * 24 * 3600 * 1000,
  );
}
