import { it } from 'vitest';
import { Person } from './support/person.ts';

/**
 * system: operations
 * The IT person signs in and reads first what needs doing, each with what to do next.
 */
it('The IT person looks after the house', async () => {
  const person = await Person.signsIn('it house', 'Адміністратор системи');
  await person.sees('Що зробити', 'Резервна копія', 'npm run backup -- ФАЙЛ', 'audit.seal-journal');
  await person.leaves();
});
