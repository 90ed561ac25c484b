import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run new-system -- NAME "Назва" "Title"`: a folder with the rooms of a system, and its line on the map. */
const [name = '', uk = '', en = ''] = process.argv.slice(2);
const ROOT = join(import.meta.dirname, '..');

if (!/^[a-z]+(-[a-z]+)*$/.test(name) || uk === '' || en === '') {
  console.error('Напишіть: npm run new-system -- lost-property "Бюро знахідок" "Lost property"');
  process.exit(1);
}
const folder = join(ROOT, 'src/systems', name);
if (existsSync(folder)) {
  console.error(`Тека src/systems/${name} вже є. Виберіть іншу назву.`);
  process.exit(1);
}

const schema = name.replaceAll('-', '_');
const constant = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const files: Readonly<Record<string, string>> = {
  'README.md': `# ${uk} (${name})

What residents and staff can do here, the law behind it, the states.
`,
  'system.ts': `import { defineSystem } from '../../kernel/system.ts';

export const ${constant} = defineSystem({
  name: '${name}',
  title: { uk: '${uk}', en: '${en}' },
  folder: import.meta.dirname,
  seed: { run: async () => undefined },
});
`,
  [`migrations/0001-${name}.sql`]: `-- The schema ${schema} is made by the runner; foreign keys go to kernel tables only.
`,
  'messages/uk.json': `{ "menu": "${uk}" }\n`,
  'messages/en.json': `{ "menu": "${en}" }\n`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}
mkdirSync(join(ROOT, 'stories'), { recursive: true });
const story = join(ROOT, 'stories', `somebody-uses-${name}.story.ts`);
writeFileSync(
  story,
  `/** system: ${name} */
import { test } from 'vitest';

test.todo('somebody uses ${name}: write what she does, step by step');
`,
);

const map = join(ROOT, 'src/city-hall.ts');
const text = readFileSync(map, 'utf8')
  .replace(
    'import type { System }',
    `import { ${constant} } from './systems/${name}/system.ts';\nimport type { System }`,
  )
  .replace(/(cityHall: readonly System\[\] = \[)([^\]]*?),?\s*\]/, `$1$2, ${constant}]`);
writeFileSync(map, text);
console.log(`Готово: src/systems/${name}, рядок у src/city-hall.ts, stories/somebody-uses-${name}.story.ts
Далі: npm run format, напишіть README, дії та історію; npm test підкаже, чого бракує.`);
