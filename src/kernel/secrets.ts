import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The city's own keys. Without them the journal cannot be verified and nobody stays signed in: back them up. */
export interface Secrets {
  /** HMAC key of the journal: personal values and the chain. */
  readonly auditKey: Buffer;
  /** Ed25519 pair that signs the heads of the journal. */
  readonly sealPrivateKey: KeyObject;
  readonly sealPublicKey: KeyObject;
  /** Signs cookies and forms. */
  readonly sessionKey: Buffer;
  /** Encrypts what staff keep secret (second factor) and makes personal values searchable. */
  readonly personalKey: Buffer;
}

/**
 * Reads the keys from `CITY_SECRETS_DIR`, or from `<dataDir>/secrets`; makes those that are missing.
 * Several processes may start at once on one folder: all get the same keys.
 */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const folder = secretsFolder(dataDir, env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sealPrivateKey = createPrivateKey(keep(folder, 'seal-private-key.pem', newSealKey));
  return {
    auditKey: symmetricKey(folder, 'audit-key'),
    sealPrivateKey,
    sealPublicKey: createPublicKey(sealPrivateKey),
    sessionKey: symmetricKey(folder, 'session-key'),
    personalKey: symmetricKey(folder, 'personal-key'),
  };
}

/** Whether the city has its keys already: a check must not make new ones. */
export function hasSecrets(dataDir: string, env: NodeJS.ProcessEnv = process.env): boolean {
  const folder = secretsFolder(dataDir, env);
  return ['audit-key', 'seal-private-key.pem'].every((name) => existsSync(join(folder, name)));
}

function secretsFolder(dataDir: string, env: NodeJS.ProcessEnv): string {
  return env['CITY_SECRETS_DIR'] ?? join(dataDir, 'secrets');
}

function newSealKey(): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  return pem.toString();
}

function symmetricKey(folder: string, name: string): Buffer {
  const key = Buffer.from(
    keep(folder, name, () => `${randomBytes(32).toString('base64url')}\n`).trim(),
    'base64url',
  );
  if (key.length < 32) throw new Error(`Key ${join(folder, name)} is damaged: it is shorter than 256 bits`);
  return key;
}

function keep(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  return read(path) ?? create(path, make());
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Written whole under a name of its own, then linked (which fails where the key already is): nobody ever
 * reads half a key, and the first process wins even where one is killed in between.
 */
function create(path: string, text: string): string {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8');
}
