const MINUTE_MS = 60_000;

/**
 * The greatest credit of any class. It is the proof that privileges delay nobody beyond it: whoever
 * goes ahead of a ticket joined no later than this many minutes after it. The table keeps it too
 * (`tickets_credit_bounded`).
 */
export const GREATEST_CREDIT_MINUTES = 30;

/**
 * The place in the queue: the moment of joining less the bounded credit of the class.
 * `creditMinutes` of the class in force that day; 0 for everyone else and for a rejected class.
 */
export function orderKey(joinedAt: Date, creditMinutes: number): Date {
  const credit = Math.min(Math.max(creditMinutes, 0), GREATEST_CREDIT_MINUTES);
  return new Date(joinedAt.getTime() - credit * MINUTE_MS);
}

/** Whoever comes later than this after the booked moment joins as everyone else. */
export const LATE_MINUTES = 15;

/**
 * The place of a booked visit: the booked moment with the credit that the best class has, so that a
 * booking is worth something in a full hall and breaks no bound: never earlier than
 * `GREATEST_CREDIT_MINUTES` before the coming, never later than the coming itself.
 */
export function bookedKey(joinedAt: Date, bookedFor: Date): Date {
  const joined = joinedAt.getTime();
  if (joined > bookedFor.getTime() + LATE_MINUTES * MINUTE_MS) return joinedAt;
  const credit = GREATEST_CREDIT_MINUTES * MINUTE_MS;
  return new Date(Math.min(Math.max(bookedFor.getTime() - credit, joined - credit), joined));
}

export interface Place {
  readonly order_key: Date;
  readonly seq: number;
  readonly id: string;
}

/** Negative when `a` is called before `b`. A total order: the same as `ORDER BY order_key, seq, id`. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    a.order_key.getTime() - b.order_key.getTime() || a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
