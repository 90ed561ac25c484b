/** The one door of the queue for other systems. */
export {
  /** The ticket that a code opens now (`/tickets/<code>`, `/rate/<code>`); undefined when there is none. */
  findTicketByCode,
  /** A ticket by its id; refuses (404) when there is none. */
  getTicket,
  /** The ticket that the clerk has at the window: called or served now. */
  findTicketAtClerk as findVisitServedBy,
  /** Codes of the last visits that were served. */
  listServedCodes,
} from './ticket-store.ts';
/** A ticket at its fair place for another system; `bookedFor` is the moment of a booked visit. */
export { joinQueue } from './take-place.ts';
/** Later than this after the booked moment a visitor joins as everyone else. */
export { LATE_MINUTES } from './order-key.ts';
/** What services really take, in seconds, by service, hour and sector. */
export { findLearnedDurations } from './estimate-store.ts';
/** A hall with its address: one refuses (404) when there is none, one is silent. */
export { findHall, getHall } from './hall-store.ts';
/** The letter of a sector and a typed code, as tickets write them. */
export { normalCode, ticketCode } from './ticket-number.ts';
/** Whom the clerk's window calls, serves and may call, for a page of the staff's desk. */
export { myWindow } from './queries/my-window.ts';
/** The part of the desk with the queue of the clerk's window. */
export { type MyWindow, WindowPanel } from './staff/window-panel.tsx';
/** The part of the desk with the person at the window and the keys: begin, finish, recall, park, no-show, transfer. */
export { VisitControls } from './staff/visit-controls.tsx';
/** The states of a ticket and what may be done in each. */
export { canMove, type FurtherLeg, type Ticket, type TicketState } from './ticket.ts';
/** What is said to the boards, for a page that shows the hall now. */
export { findHallState, type HallState } from './hall-state.ts';
/** What the queue counts, for the reports that arrange it. */
export * as queueFigures from './figures.ts';
/** The honest wait in words, and the hall that stands still: for the citizens' home page. */
export { waitWords } from './public/wait-words.ts';
export { FreezeNotice } from './public/freeze-notice.tsx';
