import { expect, it } from 'vitest';
import { enterResident } from '../src/systems/community-register/actions/enter-resident.ts';
import { act } from './support/ask-city.ts';
import { Person } from './support/person.ts';

const NAME = 'Їжакевич Ґалаґан Остапович';

/**
 * system: community-register
 * A clerk enters a resident; the city's figure grows by one, and its rows name nobody.
 */
it('A clerk enters a resident', async () => {
  const reader = await Person.comes('reader', 'phone', '/figures/community-register.entered');
  await reader.sees('реєстр');
  const resident = { name: NAME, birthDate: '1987-03-05', address: 'м. Кропивницький, вул. Світла, 7' };
  for (let count = 0; count < 5; count += 1) await act(enterResident, resident, 'administrator-04');
  await expect(act(enterResident, resident, 'specialist-dnap-residence')).rejects.toThrow(/403/);

  await reader.goes('/figures/community-register.entered/rows?lang=uk');
  await reader.sees(/\d/);
  expect(await reader.page.content()).not.toMatch(/Їжакевич|Світла/);
  await reader.leaves();
});
