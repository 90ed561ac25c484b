import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. The default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN_LENGTH = 12;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** A made-up hash, so that an unknown login takes as long as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Wa3v5g9vGZ9QIKRn7n5tq2S0Yk2HcJYkF3sE5iRcJ3s';

export function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  return verify(passwordHash ?? NOBODY, password).catch(() => false);
}
