import { it } from 'vitest';
import { getApplication } from '../src/systems/applications/queries/get-application.ts';
import { ask } from './support/ask-city.ts';
import { APPLICANT, makeVisit } from './support/live-visit.ts';
import { Person } from './support/person.ts';

/**
 * system: journal
 * A specialist opens a case; the auditor finds it by number and by person, and the resident sees who looked.
 */
it('The auditor follows a case', async () => {
  const visit = await makeVisit('administrator-22', 32);
  const clerk = 'specialist-dnap-residence';
  await ask(getApplication, { caseId: visit.caseId }, clerk);

  const auditor = await Person.signsIn('auditor', 'Аудитор');
  await auditor.sees('Журнал дій і переглядів', 'Печатка');
  await auditor.writes('Номер справи', visit.number);
  await auditor.clicks('Показати');
  await auditor.sees('applications.register-application', 'applications.get-application');
  await auditor.writes('Номер справи', '');
  await auditor.writes('Чи є в журналі ця особа', APPLICANT.code);
  await auditor.clicks('Показати');
  await auditor.sees(visit.number);
  await auditor.leaves();

  const { number, trackingCode: code } = visit;
  const resident = await Person.comes('who looked', 'phone', '/track/looks');
  await resident.writes('Номер справи', number);
  await resident.writes('Код з квитанції', code);
  await resident.clicks('Показати');
  await resident.sees(`Хто дивився справу ${number}`, 'спеціаліст суб’єкта надання');
  await resident.doesNotSee(APPLICANT.name);
  await resident.leaves();
});
