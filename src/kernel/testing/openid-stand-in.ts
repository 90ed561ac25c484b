import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const OPENID_CLIENT = { clientId: 'city-hall', clientSecret: 'a-secret-of-the-test-only' } as const;

/** What the provider tells of whoever signs in under a login. */
export type Claims = Readonly<Record<string, unknown>>;

export interface OpenIdStandIn {
  readonly issuer: string;
  /** Walks the provider's own pages as a browser would; the address it leads back to. */
  signIn(address: string, login: string): Promise<string>;
  /** Gives up on the sign-in page. */
  giveUp(address: string): Promise<string>;
  stop(): Promise<void>;
}

/** A real OpenID provider on a free port, which signs anyone in under any login. */
export async function startOpenIdProvider(
  callback: string,
  people: Readonly<Record<string, Claims>>,
): Promise<OpenIdStandIn> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider(issuer, callback, people);
  server.on('request', (request, response) => void provider.callback()(request, response));
  return {
    issuer,
    signIn: (address, login) => walk(address, callback, login),
    giveUp: (address) => walk(address, callback, undefined),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function makeProvider(issuer: string, callback: string, people: Readonly<Record<string, Claims>>): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: OPENID_CLIENT.clientId,
        client_secret: OPENID_CLIENT.clientSecret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub', 'drfo'],
      profile: ['name', 'family_name', 'given_name'],
      email: ['email', 'email_verified'],
      phone: ['phone_number'],
    },
    cookies: { keys: ['of the test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    findAccount: (_, login) => ({ accountId: login, claims: () => ({ sub: login, ...people[login] }) }),
  });
}

/** Follows redirects and posts the provider's forms until it leads back to us. */
async function walk(address: string, callback: string, login: string | undefined): Promise<string> {
  const cookies = new Map<string, string>();
  let answer = await visit(address, cookies);
  for (let step = 0; step < 12; step += 1) {
    const to = answer.headers.get('location');
    if (to?.startsWith(callback)) return to;
    if (to !== null) {
      answer = await visit(new URL(to, answer.url).href, cookies);
      continue;
    }
    const page = await answer.text();
    if (login === undefined) {
      const abort = /href="([^"]+abort)"/.exec(page)?.[1] ?? '';
      answer = await visit(new URL(abort, answer.url).href, cookies);
      continue;
    }
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    const form = new URLSearchParams(prompt === 'login' ? { prompt, login, password: 'any' } : { prompt });
    answer = await visit(new URL(action, answer.url).href, cookies, form);
  }
  throw new Error('the provider leads nowhere');
}

async function visit(
  address: string,
  cookies: Map<string, string>,
  form?: URLSearchParams,
): Promise<Response> {
  const answer = await fetch(address, {
    method: form === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form === undefined ? {} : { body: form }),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return answer;
}
