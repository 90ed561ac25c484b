import { ROLES } from '../../kernel/actions/actor.ts';
import type { Translate } from '../../kernel/i18n/translate.ts';

/** «спеціаліст суб’єкта надання»; who did not sign in is told as a visitor with the number and code. */
export function roleWords(roles: readonly string[], t: Translate): string {
  const known = ROLES.filter((role) => role !== 'resident' && roles.includes(role));
  return known.length === 0
    ? t('journal:nobody')
    : known.map((role) => t(`identity:roles.${role}`)).join(', ');
}

/** Values of the journal for reading: hashes in place of personal values. */
export function readable(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
