import type { Deed } from '../../kernel/actions/define.ts';
import { findAddresses, findHouseIds } from '../address-register/index.ts';
import type { Place } from './appeal-input.ts';

/** The house of the address register that the words mean, where they mean one, and its point. */
export async function tiePlace(
  { tx, imported }: Pick<Deed, 'tx' | 'imported'>,
  place: Place,
): Promise<Place> {
  const { words, houseId, lat, lon } = place;
  // A street without a number is no house; a journal of the past is taken as it is.
  if (imported || houseId !== undefined || !/\d/.test(words)) return place;
  const found = await findHouseIds(tx, words, 2);
  const [only] = found;
  if (only === undefined || found.length > 1) return place;
  if (lat !== undefined && lon !== undefined) return { ...place, houseId: only };
  const [house] = await findAddresses(tx, [only]);
  if (house === undefined || house.lat === null || house.lon === null) return { words, houseId: only };
  return { words, houseId: only, lat: house.lat, lon: house.lon };
}
