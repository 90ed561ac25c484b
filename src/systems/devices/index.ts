/** The one door of devices for other systems. */
export {
  /** Which device asks, by the word of its cookie; null for a browser that is none. */
  thisDevice,
} from './queries/this-device.ts';
/** Name of the device's cookie, and how an action takes its word. */
export { DEVICE_COOKIE } from './device-word.ts';
export { tokenInput } from './device-input.ts';
/** Refuses where the kiosk of a word gives no tickets now. */
export { refuseClosedKiosk } from './kiosk-hours.ts';
/** Prints a roll: on the device's own printer, or on a named one. */
export { printAtDesk, printFromDevice } from './actions/print-paper.ts';
/** Printers of the Centre, for a choice at the desk. */
export { listPrinters } from './queries/list-printers.ts';
/** What stands on a roll. */
export type { RollInput } from './printing/roll.ts';
/** The device that holds a word, in a deed of one's own; refuses (401) where there is none. */
export { type Device, findDeviceByToken, requireDevice } from './device-store.ts';
