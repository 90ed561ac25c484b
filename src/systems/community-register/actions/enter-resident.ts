import { z } from 'zod';
import { type Deed, defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { addressLine, getAddress } from '../../address-register/index.ts';
import { leaveMessage } from '../message-store.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { GROUNDS, RESIDENCE_KINDS, wholeAddress } from '../resident.ts';
import { checkPerson, dayInput, flatInput, personFields } from '../resident-input.ts';
import { insertResident, writingOf } from '../resident-store.ts';
import { openResidence } from '../residence-store.ts';

/** A residence as every form asks for it. */
export const residenceFields = {
  addressId: z.uuid('community-register:input.addressMissing'),
  flat: flatInput.nullable().default(null),
  kind: z.enum(RESIDENCE_KINDS, 'community-register:input.kindWrong').default('declared'),
  ground: z.enum(GROUNDS, 'community-register:input.groundWrong').default('ownership'),
  /** Name of the owner who agreed. */
  consentBy: personal(z.string().trim().min(2).max(200)).nullable().default(null),
  from: dayInput.nullable().default(null),
  caseId: z.uuid().nullable().default(null),
};
export const residenceInput = z
  .object(residenceFields)
  .refine(({ ground, consentBy }) => ground !== 'owner-consent' || consentBy !== null, {
    path: ['consentBy'],
    message: 'community-register:input.consentMissing',
  });

export const enterResident = defineAction({
  name: 'community-register.enter-resident',
  title: {
    uk: 'Внести мешканця до Реєстру територіальної громади',
    en: 'Enter a resident in the community register',
  },
  importable: true,
  may: REGISTER_ROLES,
  input: z
    .object({
      id: z.uuid().optional(),
      ...personFields,
      /** As it is written on paper; needed where there is no residence by the register of addresses. */
      address: personal(z.string().trim().min(3, 'community-register:input.addressMissing').max(300))
        .nullable()
        .default(null),
      residence: residenceInput.nullable().default(null),
    })
    .superRefine(checkPerson)
    .refine(({ address, residence }) => address !== null || residence !== null, {
      path: ['address'],
      message: 'community-register:input.addressMissing',
    }),
  output: z.object({ residentId: z.uuid() }),
  async run(deed, { id: given, residence, address, ...person }) {
    await requireOwnDesk(deed.tx, deed.actor);
    if (person.birthDate !== null && person.birthDate > kyivDate(deed.now)) {
      throw new Refusal('community-register:refusals.bornLater', {}, 422);
    }
    const house = residence === null ? null : await getAddress(deed.tx, residence.addressId);
    const line =
      house === null || residence === null
        ? address
        : wholeAddress(addressLine(house, residence.from ?? kyivDate(deed.now)), residence.flat);
    const id = await insertResident(writingOf(deed), { ...person, address: line }, given);
    deed.about({ kind: 'resident', id });
    if (residence !== null) await registerResidenceOf(deed, id, residence);
    return { residentId: id };
  },
});

/** Registers a person's residence in the deed, and leaves the message of it. */
export async function registerResidenceOf(
  deed: Deed,
  residentId: string,
  residence: z.output<typeof residenceInput>,
): Promise<string> {
  const from = residence.from ?? kyivDate(deed.now);
  if (from > kyivDate(deed.now)) throw new Refusal('community-register:refusals.fromLater', {}, 422);
  const address = await getAddress(deed.tx, residence.addressId);
  const writing = writingOf(deed);
  const id = await openResidence(writing, residentId, { ...residence, address, from });
  await leaveMessage(writing, residentId, 'registered');
  return id;
}
