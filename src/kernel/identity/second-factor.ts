import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

function totpOf(secret: string, login: string): TOTP {
  return new TOTP({
    issuer: 'Прозорий офіс',
    label: login,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS,
  });
}

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator's QR code holds. */
export function totpAddress(secret: string, login: string): string {
  return totpOf(secret, login).toString();
}

/**
 * The step that the code belongs to (one step of drift each way), or undefined for a wrong code.
 * A step that already signed someone in is not good again (RFC 6238 §5.2).
 */
export function matchTotp(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): number | undefined {
  const delta = totpOf(secret, '').validate({
    token: code.replace(/\s/g, ''),
    timestamp: now.getTime(),
    window: 1,
  });
  if (delta === null) return undefined;
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? undefined : step;
}
