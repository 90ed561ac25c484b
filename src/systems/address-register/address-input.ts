import { z } from 'zod';
import type { Role } from '../../kernel/actions/actor.ts';
import { houseNumber, STREET_KINDS } from './address.ts';

/** Who keeps the register of addresses. */
export const KEEPERS: readonly Role[] = ['head', 'it', 'administrator'];

export const kindInput = z.enum(STREET_KINDS, 'address-register:input.kindWrong');

export const nameInput = z
  .string('address-register:input.nameMissing')
  .trim()
  .min(2, 'address-register:input.nameMissing')
  .max(120, 'address-register:input.nameLong')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}\s'’ʼ.\-–]*$/u, 'address-register:input.nameWrong')
  .transform((name) => name.replaceAll(/['ʼ`]/g, '’').replaceAll(/\s+/g, ' '));

export const dayInput = z.iso
  .date('address-register:input.dateWrong')
  .refine((day) => day >= '1754-01-01' && day <= '2100-12-31', 'address-register:input.dateWrong');

export const actInput = z
  .string('address-register:input.actMissing')
  .trim()
  .min(2, 'address-register:input.actMissing')
  .max(300, 'address-register:input.actLong');

/** Written anyhow («12 а»), read as the register keeps it (`12-А`). */
export const numberInput = z
  .string('address-register:input.numberWrong')
  .max(20, 'address-register:input.numberWrong')
  .transform((text, context) => {
    const number = houseNumber(text);
    if (number !== null) return number;
    context.addIssue({ code: 'custom', message: 'address-register:input.numberWrong' });
    return z.NEVER;
  });

export const settlementInput = z.string().regex(/^UA\d{17}$/, 'address-register:input.settlementWrong');

/** Kropyvnytskyi (КАТОТТГ). */
export const HOME_SETTLEMENT = 'UA35040210010019355';
