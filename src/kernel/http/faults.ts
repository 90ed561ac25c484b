import type { FastifyError } from 'fastify';
import type { City } from '../city.ts';
import { Refusal } from '../actions/refusal.ts';
import { isTold } from './problem.ts';
import type { InvalidInput } from '../actions/invalid-input.ts';

/** Connection-level codes of PostgreSQL and the socket: the database is away, not the request wrong. */
const DATABASE_AWAY = /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/;

/**
 * What a person is told of any error. Faults of ours are logged with a number and told without
 * their inside; nothing here ever shows a stack.
 */
export function toldError(city: City, error: unknown): Refusal | InvalidInput {
  if (isTold(error)) return error;
  const { code, statusCode, message } = readError(error);
  if (statusCode === 413) return new Refusal('http:faults.tooLarge', {}, 413);
  if (statusCode === 415) return new Refusal('http:faults.wrongType', {}, 415);
  if (statusCode === 429) return new Refusal('http:faults.tooMany', {}, 429);
  if (statusCode === 503) return new Refusal('http:faults.busy', {}, 503);
  if (statusCode !== undefined && statusCode < 500) return new Refusal('http:faults.badRequest', {}, 400);
  if (isBadValue(code)) return new Refusal('http:faults.badRequest', {}, 400);
  if (DATABASE_AWAY.test(code) || /Connection terminated|timeout exceeded when trying/.test(message)) {
    city.log.error({ code }, 'database away');
    return new Refusal('http:faults.databaseAway', {}, 503);
  }
  city.log.error({ err: error }, 'fault');
  return new Refusal('http:faults.ours', {}, 503);
}

/** A value that the schema let through and PostgreSQL cannot hold: a NUL byte, a number out of range. */
function isBadValue(code: string): boolean {
  return ['22021', '22P05', '22003', '22008', '22P02'].includes(code);
}

function readError(error: unknown): { code: string; statusCode: number | undefined; message: string } {
  if (!(error instanceof Error)) return { code: '', statusCode: undefined, message: '' };
  const { code, statusCode }: Partial<FastifyError> = error;
  return { code: code ?? '', statusCode, message: error.message };
}
