import { v7 as uuid } from 'uuid';

/** A deed sent to a server, with what came of it. */
export interface Sent {
  readonly action: string;
  readonly input: object;
  readonly key: string;
  readonly login: string | null;
  /** `undefined`: the line broke, nobody knows whether it was done. */
  readonly answer: Answer | undefined;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Deed = Pick<Sent, 'action' | 'input' | 'login'>;

/** Sends a deed under a key of its own, or once more under the former one. Never throws. */
export async function send(server: string, deed: Deed, key: string = uuid()): Promise<Sent> {
  const { action, input, login } = deed;
  const answer = await post(server, deed, key).catch(() => undefined);
  return { action, input, login, key, answer };
}

async function post(server: string, { action, input, login }: Deed, key: string): Promise<Answer> {
  const response = await fetch(`${server}/api/actions/${action}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(login === null ? {} : { authorization: `Bearer demo-${login}` }),
    },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as Answer['body'];
  return { status: response.status, type: response.headers.get('content-type') ?? '', body };
}

export function isDone({ answer }: Sent): boolean {
  return answer?.status === 200;
}

export const clerk = (number: number): string => `administrator-${String(number).padStart(2, '0')}`;

export function takeTicket(sector = 'social'): Deed {
  return { action: 'queue.take-ticket', input: { hall: 'main', sector }, login: null };
}

export function registerApplication(number: number): Deed {
  const applicant = { kind: 'person', name: `Дослідна Особа ${number}`, passport: `ДД ${100_000 + number}` };
  return {
    action: 'applications.register-application',
    input: { serviceCode: '01-01', applicant, documents: ['Заява'] },
    login: clerk(number),
  };
}

export function callNext(number: number): Deed {
  return { action: 'queue.call-next', input: {}, login: clerk(number) };
}
