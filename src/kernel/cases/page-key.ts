import { Refusal } from '../actions/refusal.ts';

/** Where a page of a list ended: the value it is sorted by, and the id that breaks ties. */
export interface PageKey {
  readonly value: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VALUE = /^(infinity|\d{4,6}-\d{2}-\d{2}(T[\d:.]+Z)?)$/;

/** An opaque text for the address of the next page. */
export function writePageKey({ value, id }: PageKey): string {
  return Buffer.from(`${value} ${id}`).toString('base64url');
}

/** @throws Refusal 400 for a text that we did not write. */
export function readPageKey(text: string): PageKey {
  const [value, id, ...rest] = Buffer.from(text, 'base64url').toString().split(' ');
  const ours = value !== undefined && VALUE.test(value) && id !== undefined && UUID.test(id);
  if (!ours || rest.length > 0) throw new Refusal('cases:refusals.badPage', {}, 400);
  return { value, id };
}
