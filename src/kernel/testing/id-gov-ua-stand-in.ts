import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ID_GOV_UA_CLIENT = { clientId: 'a-city', clientSecret: 'a-secret-of-the-test-only' } as const;

export interface IdGovUaStandIn {
  readonly url: string;
  /** What the next sign-ins tell of the person; left out fields are left out as some banks do. */
  tell(person: Readonly<Record<string, string>>): void;
  /** Out of order from now on. */
  breakDown(): void;
  /** Paths with their queries, as they came. */
  readonly asked: readonly URL[];
  stop(): Promise<void>;
}

/** A small server that speaks id.gov.ua's flow (RULEBOOK §1.6): one code, one token, user info, logout. */
export async function startIdGovUa(): Promise<IdGovUaStandIn> {
  let person: Readonly<Record<string, string>> = {};
  let isBroken = false;
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://id');
    asked.push(address);
    const { status, body } = isBroken ? { status: 502, body: {} } : answerTo(address, person);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: (told) => {
      person = told;
    },
    breakDown: () => {
      isBroken = true;
    },
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerTo(address: URL, person: Readonly<Record<string, string>>): { status: number; body: unknown } {
  const query = Object.fromEntries(address.searchParams);
  const refused = { status: 400, body: { error: 'invalid_grant', message: 'refused' } };
  const isSession = query['access_token'] === 'token-of-one' && query['user_id'] === '7001';
  switch (address.pathname) {
    case '/get-access-token': {
      const { clientId, clientSecret } = ID_GOV_UA_CLIENT;
      const isOurs = query['client_id'] === clientId && query['client_secret'] === clientSecret;
      if (!isOurs || query['code'] !== 'code-of-one') return refused;
      const body = {
        access_token: 'token-of-one',
        token_type: 'bearer',
        expires_in: 3600,
        refresh_token: 'r',
        user_id: 7001,
      };
      return { status: 200, body };
    }
    case '/get-user-info': {
      const fields = (query['fields'] ?? '').split(',');
      const told = Object.entries(person).filter(([name]) => fields.includes(name));
      return isSession ? { status: 200, body: Object.fromEntries(told) } : refused;
    }
    case '/get-user-logout':
      return isSession ? { status: 200, body: { error: '0' } } : refused;
    default:
      return { status: 404, body: {} };
  }
}
