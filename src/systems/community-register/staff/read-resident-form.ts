import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type InvalidInput, wrongField } from '../../../kernel/actions/invalid-input.ts';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { matchAddress } from '../queries/match-address.ts';
import { DOCUMENT_KINDS, GROUNDS, RESIDENCE_KINDS, SEXES } from '../resident.ts';

/** An empty field of a form is no value. */
export function orNull(text: string): string | null {
  return text === '' ? null : text;
}

export function personOf(request: PagePost) {
  return {
    name: request.field('name'),
    birthDate: orNull(request.field('birthDate')),
    sex: SEXES.find((sex) => sex === request.field('sex')) ?? null,
    rnokpp: orNull(request.field('rnokpp')),
    unzr: orNull(request.field('unzr')),
    documentKind: DOCUMENT_KINDS.find((kind) => kind === request.field('documentKind')) ?? null,
    documentNumber: orNull(request.field('documentNumber')),
  };
}

/** The house that a typed address means. Throws `InvalidInput` at the field where it is none or not certain. */
export async function houseOf(request: PagePost, name: string) {
  const { addressId, flat, offers } = await request.ask(matchAddress, { words: request.field(name) });
  if (addressId === null) throw wrongAddress(name, offers);
  return { addressId, flat };
}

/** The residence of a form; its typed address must mean one house of the register. */
export async function residenceOf(request: PagePost, prefix: '' | 'residence.' = '') {
  const field = (name: string) => request.field(`${prefix}${name}`);
  const { addressId, flat } = await houseOf(request, `${prefix}address`);
  return {
    addressId,
    flat: orNull(field('flat')) ?? flat,
    kind: RESIDENCE_KINDS.find((kind) => kind === field('kind')) ?? ('declared' as const),
    ground: GROUNDS.find((ground) => ground === field('ground')) ?? ('ownership' as const),
    consentBy: orNull(field('consentBy')),
    from: orNull(field('from')),
    caseId: orNull(request.field('caseId')),
  };
}

function wrongAddress(field: string, offers: readonly string[]): InvalidInput {
  const path = field.split('.');
  return offers.length === 0
    ? wrongField(path, 'community-register:form.addressUnknown')
    : wrongField(path, 'community-register:form.addressUnsure', { offers: offers.slice(0, 4).join('; ') });
}

/** A person meant by a number, for whose child it is. Throws `Refusal` where it is nobody or several. */
export function onlyOne<T>(found: readonly T[]): T {
  const [one, other] = found;
  if (one === undefined || other !== undefined) {
    throw new Refusal('community-register:refusals.parentUnknown', {}, 404);
  }
  return one;
}
