import { describe, expect, test } from 'vitest';
import { Refusal } from '../../kernel/actions/refusal.ts';
import { numberBook, normalCode, ticketCode, ticketNumber } from './ticket-number.ts';
import {
  canMove,
  ENDED,
  stateAfter,
  TICKET_STATES,
  TRANSITIONS,
  type TicketState,
  type TicketVerb,
} from './ticket.ts';

const VERBS = Object.keys(TRANSITIONS).filter((verb): verb is TicketVerb => verb in TRANSITIONS);

describe('ticket', () => {
  test('an ended ticket never moves again', () => {
    for (const state of ENDED) {
      for (const verb of VERBS) expect(canMove(state, verb)).toBe(false);
    }
  });

  test('every state can be reached from waiting', () => {
    const reached = new Set<TicketState>(['waiting']);
    for (let round = 0; round < TICKET_STATES.length; round++) {
      for (const verb of VERBS) {
        for (const state of reached) {
          if (canMove(state, verb)) reached.add(TRANSITIONS[verb].to);
        }
      }
    }
    expect([...reached].toSorted()).toEqual([...TICKET_STATES].toSorted());
  });

  test('a forbidden move is refused with the state in which the ticket is', () => {
    const refused = () => stateAfter({ state: 'served', number: 'А-001' }, 'call');
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow('queue:refusals.state.served');
  });
});

describe('ticket number and code', () => {
  test('numbers carry the sector’s letter and at least three digits', () => {
    expect(ticketNumber('registration', 7)).toBe('Р-007');
    expect(ticketNumber('social', 1234)).toBe('С-1234');
  });

  test('imported numbers have a book of their own', () => {
    expect(numberBook('main', 'social', '2026-03-03', false)).toBe('queue/main/social/2026-03-03');
    expect(numberBook('main', 'social', '2026-03-03', true)).toBe('queue/main/social/2026-03-03/import');
  });

  test('a code has eight letters nobody confuses', () => {
    const code = ticketCode(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(ticketCode(new Uint8Array(16).fill(255))).toBeNull();
  });

  test('a typed code is read whatever its case and hyphens', () => {
    expect(normalCode(' k3m9-7xqa ')).toBe('K3M97XQA');
  });
});
