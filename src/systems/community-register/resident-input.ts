import { z } from 'zod';
import { personal } from '../../kernel/actions/define.ts';
import {
  DOCUMENT_KINDS,
  flatNumber,
  isDocumentNumber,
  isUnzr,
  plainDocumentNumber,
  rnokppProblem,
  SEXES,
} from './resident.ts';

export const residentIdInput = z.uuid('community-register:refusals.noSuchResident');

const name = personal(
  z
    .string('community-register:input.nameMissing')
    .trim()
    .min(2, 'community-register:input.nameMissing')
    .max(200, 'community-register:input.nameLong'),
);
const birthDate = personal(
  z.iso
    .date('community-register:input.birthDateWrong')
    .refine((day) => day >= '1880-01-01', 'community-register:input.birthDateWrong'),
);
const rnokpp = personal(
  z
    .string()
    .trim()
    .regex(/^\d{10}$/, 'community-register:input.rnokpp.form'),
);
const unzr = personal(
  z
    .string()
    .trim()
    .regex(/^\d{8}-\d{5}$/, 'community-register:input.unzrWrong'),
);
const documentNumber = personal(
  z.string().trim().max(30, 'community-register:input.documentWrong').transform(plainDocumentNumber),
);

/** What identifies a person; numbers may be unknown. */
export const personFields = {
  name,
  birthDate: birthDate.nullable().default(null),
  sex: z.enum(SEXES, 'community-register:input.sexWrong').nullable().default(null),
  rnokpp: rnokpp.nullable().default(null),
  unzr: unzr.nullable().default(null),
  documentKind: z.enum(DOCUMENT_KINDS, 'community-register:input.documentKindWrong').nullable().default(null),
  documentNumber: documentNumber.nullable().default(null),
};

export interface PersonData {
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: (typeof SEXES)[number] | null;
  readonly rnokpp: string | null;
  readonly unzr: string | null;
  readonly documentKind: (typeof DOCUMENT_KINDS)[number] | null;
  readonly documentNumber: string | null;
}

/** What contradicts itself in a person's data: field and message. */
export function personProblems(
  person: PersonData,
): readonly { readonly field: string; readonly key: string }[] {
  const { birthDate: born, sex, documentKind: kind, documentNumber: number } = person;
  const tax = person.rnokpp === null ? null : rnokppProblem(person.rnokpp, born, sex);
  return [
    ...(tax === null ? [] : [{ field: 'rnokpp', key: `community-register:input.rnokpp.${tax}` }]),
    ...(person.unzr === null || isUnzr(person.unzr, born)
      ? []
      : [{ field: 'unzr', key: 'community-register:input.unzrWrong' }]),
    ...((kind === null) === (number === null) &&
    (kind === null || number === null || isDocumentNumber(kind, number))
      ? []
      : [{ field: 'documentNumber', key: 'community-register:input.documentWrong' }]),
  ];
}

/** Adds the contradictions of a person's data to a schema's own issues. */
export function checkPerson(person: PersonData, context: z.core.$RefinementCtx): void {
  for (const { field, key } of personProblems(person)) {
    context.addIssue({ code: 'custom', path: [field], message: key });
  }
}

/** Anyhow written («12 а», «кв. 5»), kept as `12А`. */
export const flatInput = personal(
  z
    .string()
    .max(20, 'community-register:input.flatWrong')
    .transform((text, context) => {
      const flat = flatNumber(text);
      if (flat !== null) return flat;
      context.addIssue({ code: 'custom', message: 'community-register:input.flatWrong' });
      return z.NEVER;
    }),
);

export const dayInput = z.iso
  .date('community-register:input.dateWrong')
  .refine((day) => day >= '1920-01-01' && day <= '2100-12-31', 'community-register:input.dateWrong');

/** Why a person's data are opened; the person reads it. */
export const reasonInput = z
  .string('community-register:input.reasonMissing')
  .trim()
  .min(4, 'community-register:input.reasonMissing')
  .max(200, 'community-register:input.reasonLong');
