import type { Socket } from 'node:net';
import { Refusal } from '../actions/refusal.ts';
import type { City } from '../city.ts';
import { problemOf } from './problem.ts';

/** What is no HTTP at all (letters in the address that must be escaped, say) never reaches a route. */
export function answerUnreadable(city: City, socket: Socket): void {
  if (!socket.writable) return;
  const problem = problemOf(new Refusal('http:faults.badRequest', {}, 400), 'uk', city.messages.for('uk'));
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
