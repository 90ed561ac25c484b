/** The one door of booking for other systems. */
export { type BookedVisit, findBookedVisits } from './booked-visits.ts';
