/** The one door of the address register for other systems. */
export {
  /** A house with the names its street had. */
  type Address,
  /** «м. Кропивницький, вул. Театральна, 12», by the name in force on a date. */
  addressLine,
} from './address.ts';
export {
  /** A line of a search. */
  type FoundAddress,
  /** Houses by their ids, in no order. */
  findAddresses,
  /** Houses that typed words mean: one, or all of a street. */
  findHouseIds,
  /** One house; refuses (404) what is not known. */
  getAddress,
  /** Houses and streets as one types them, by former names too. */
  searchAddresses,
} from './address-store.ts';
/** Districts of the city, by name. */
export { listDistricts } from './street-store.ts';
/** All houses at hand, for imports of thousands of rows. */
export { type AddressBook, openAddressBook } from './address-book.ts';
/** Takes an address as one types it apart: street, number, flat. */
export { parseAddress } from './address-words.ts';
/** Where something is, in a form: an address or a point of the map (script `place-map`). */
export { PlaceField, type PlaceFieldProps, PlaceMap, readPlace } from './public/place-field.tsx';
/** Houses in an order of their own, for the demo's people. */
export { listDemoHouses } from './seed/seed-addresses.ts';
