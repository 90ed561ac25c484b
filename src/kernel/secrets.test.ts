import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadSecrets } from './secrets.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'secrets-'));

describe('secrets', () => {
  it('are made once, for the owner only', () => {
    const folder = newFolder();
    const first = loadSecrets(folder, {});
    const again = loadSecrets(folder, {});
    expect(again.auditKey).toEqual(first.auditKey);
    expect(again.sealPublicKey.equals(first.sealPublicKey)).toBe(true);
    expect(first.auditKey).not.toEqual(first.sessionKey);
    const names = readdirSync(join(folder, 'secrets'));
    expect(names).toHaveLength(4);
    for (const name of names) expect(statSync(join(folder, 'secrets', name)).mode & 0o077).toBe(0);
  });

  it('are the same for processes that start together', async () => {
    const folder = newFolder();
    const code = `import { loadSecrets } from '${join(import.meta.dirname, 'secrets.ts')}';
      const s = loadSecrets('${folder}', {});
      console.log(s.auditKey.toString('hex'), s.sealPublicKey.export({ type: 'spki', format: 'der' }).toString('hex'));`;
    const start = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
        cwd: join(import.meta.dirname, '../..'),
      });
    const started = await Promise.all(Array.from({ length: 4 }, start));
    expect(new Set(started.map(({ stdout }) => stdout)).size).toBe(1);
  }, 60_000);

  it('come from a folder of their own where one is named, and a damaged key is told', () => {
    const secrets = newFolder();
    loadSecrets('/nowhere', { CITY_SECRETS_DIR: secrets });
    writeFileSync(join(secrets, 'audit-key'), 'short');
    expect(() => loadSecrets('/nowhere', { CITY_SECRETS_DIR: secrets })).toThrow(/audit-key is damaged/);
  });
});
