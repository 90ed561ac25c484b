import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../src/kernel/testing/test-database.ts';
import { generateTypes, TYPES_FILE } from './database-types.ts';

it('generated/database.ts is what the migrations say (else run: npm run db:types)', async () => {
  const city = await createTestDatabase();
  const types = await generateTypes(city.ownerUrl);
  await city.close();
  expect(await readFile(TYPES_FILE, 'utf8')).toBe(types);
});
