import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bookedKey,
  comparePlaces,
  GREATEST_CREDIT_MINUTES,
  LATE_MINUTES,
  orderKey,
  type Place,
} from './order-key.ts';

const MINUTE_MS = 60_000;
const NINE = Date.UTC(2026, 2, 3, 7);

interface Joined extends Place {
  readonly joined_at: Date;
  readonly credit: number;
}

const joined: fc.Arbitrary<Joined> = fc
  .record({
    minute: fc.integer({ min: 0, max: 600 }),
    credit: fc.oneof(fc.constant(0), fc.integer({ min: -10, max: 500 })),
    seq: fc.integer({ min: 1, max: 400 }),
    id: fc.uuid(),
  })
  .map(({ minute, credit, seq, id }) => {
    const joined_at = new Date(NINE + minute * MINUTE_MS);
    return { joined_at, credit, seq, id, order_key: orderKey(joined_at, credit) };
  });

const hall = fc.uniqueArray(joined, { selector: (ticket) => ticket.id, maxLength: 120 });

describe('order key', () => {
  test('a plain ticket stands at the moment of joining', () => {
    expect(orderKey(new Date(NINE), 0)).toEqual(new Date(NINE));
  });

  test('a class moves the ticket by its credit and never by more than the bound', () => {
    expect(orderKey(new Date(NINE), 20)).toEqual(new Date(NINE - 20 * MINUTE_MS));
    expect(orderKey(new Date(NINE), 10_000)).toEqual(new Date(NINE - GREATEST_CREDIT_MINUTES * MINUTE_MS));
  });

  test('whoever goes ahead of a ticket joined within the bound after it', () => {
    fc.assert(
      fc.property(hall, (tickets) => {
        const inOrder = tickets.toSorted(comparePlaces);
        inOrder.forEach((ticket, place) => {
          const latest = ticket.joined_at.getTime() + GREATEST_CREDIT_MINUTES * MINUTE_MS;
          for (const ahead of inOrder.slice(0, place)) {
            expect(ahead.joined_at.getTime()).toBeLessThanOrEqual(latest);
          }
        });
      }),
    );
  });

  test('among tickets of one credit nobody passes an earlier one', () => {
    fc.assert(
      fc.property(hall, fc.integer({ min: 0, max: 90 }), (tickets, credit) => {
        const alike = tickets
          .map((ticket) => ({ ...ticket, order_key: orderKey(ticket.joined_at, credit) }))
          .toSorted(comparePlaces);
        const moments = alike.map((ticket) => ticket.joined_at.getTime());
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      }),
    );
  });

  test('the order is total: no two tickets are equal, and it does not depend on where sorting began', () => {
    fc.assert(
      fc.property(hall, (tickets) => {
        const ids = (list: readonly Joined[]) => list.toSorted(comparePlaces).map(({ id }) => id);
        expect(ids(tickets)).toEqual(ids(tickets.toReversed()));
        for (const [index, ticket] of tickets.entries()) {
          for (const other of tickets.slice(index + 1)) {
            expect(Math.sign(comparePlaces(ticket, other))).toBe(-Math.sign(comparePlaces(other, ticket)));
            expect(comparePlaces(ticket, other)).not.toBe(0);
          }
        }
      }),
    );
  });

  test('a transfer keeps the original moment: it never lands behind people who came later', () => {
    fc.assert(
      fc.property(hall, joined, (tickets, moved) => {
        const later = tickets.filter(
          (ticket) => ticket.credit <= 0 && ticket.joined_at.getTime() > moved.joined_at.getTime(),
        );
        const afterTransfer: Place = {
          order_key: orderKey(moved.joined_at, moved.credit),
          seq: moved.seq,
          id: moved.id,
        };
        for (const ticket of later) expect(comparePlaces(afterTransfer, ticket)).toBeLessThan(0);
      }),
    );
  });
});

describe('a booked visit', () => {
  const minutes = fc.integer({ min: -300, max: 300 });

  test('stays within the bound that the table keeps, and is never worse than coming unbooked', () => {
    fc.assert(
      fc.property(minutes, (late) => {
        const joined = new Date(NINE + late * MINUTE_MS);
        const key = bookedKey(joined, new Date(NINE)).getTime();
        expect(key).toBeLessThanOrEqual(joined.getTime());
        expect(key).toBeGreaterThanOrEqual(joined.getTime() - GREATEST_CREDIT_MINUTES * MINUTE_MS);
      }),
    );
  });

  test('goes by the booked moment with the credit of the best class; a late one joins as everyone else', () => {
    const at = (late: number) => bookedKey(new Date(NINE + late * MINUTE_MS), new Date(NINE)).getTime();
    expect(at(0)).toBe(NINE - GREATEST_CREDIT_MINUTES * MINUTE_MS);
    expect(at(-10)).toBe(NINE - GREATEST_CREDIT_MINUTES * MINUTE_MS);
    expect(at(-120)).toBe(NINE - 120 * MINUTE_MS);
    expect(at(LATE_MINUTES)).toBe(NINE + (LATE_MINUTES - GREATEST_CREDIT_MINUTES) * MINUTE_MS);
    expect(at(LATE_MINUTES + 1)).toBe(NINE + (LATE_MINUTES + 1) * MINUTE_MS);
  });
});
