import { writeFile } from 'node:fs/promises';
import { makeTemplate } from '../src/kernel/testing/template-database.ts';
import { startThrowAwayCluster } from '../src/kernel/testing/throw-away-cluster.ts';
import { generateTypes, TYPES_FILE } from './database-types.ts';

/** `npm run db:types`: writes the table types from the migrations on the disk. */
const cluster = await startThrowAwayCluster();
try {
  await makeTemplate(cluster.url('postgres'), 'types');
  await writeFile(TYPES_FILE, await generateTypes(cluster.url('types')));
} finally {
  await cluster.destroy();
}
