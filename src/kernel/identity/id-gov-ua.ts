import { z } from 'zod';
import { Refusal } from '../actions/refusal.ts';
import { isRnokpp } from '../cases/applicant-code.ts';
import type { IdentityProvider, ProvedPerson } from './provider.ts';
import { providerTrouble } from './provider-trouble.ts';
import type { IdGovUaSettings } from './provider-settings.ts';

const TIMEOUT_MS = 15_000;
const FIELDS = [
  'subjectcn',
  'lastname',
  'givenname',
  'middlename',
  'email',
  'phone',
  'address',
  'locality',
  'edrpoucode',
  'drfocode',
  'unzr',
] as const;

const tokenAnswer = z.object({ access_token: z.string().min(1), user_id: z.coerce.string().min(1) });
const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);
/** BankID may lack any of them. */
const userInfo = z.object(Object.fromEntries(FIELDS.map((field) => [field, text])) as FieldSchemas);
type FieldSchemas = Record<(typeof FIELDS)[number], typeof text>;
type UserInfo = z.output<typeof userInfo>;

/**
 * ІСЕІ (id.gov.ua) by its own flow (RULEBOOK §1.6): not quite OAuth 2, no identity token. The state ties the
 * answer to the question, the secret goes from server to server only, and the session there is ended as
 * soon as we know who it is. Encrypted answers (`cert`) need the ІІТ library and are not asked for.
 */
export function idGovUaProvider(settings: IdGovUaSettings): IdentityProvider {
  const { id, name, clientId, clientSecret, authTypes } = settings;
  const ask = (path: string, query: Record<string, string>) => askServer(settings.url, path, query);
  return {
    id,
    name,
    begin: async ({ state, callback }) => {
      const address = new URL(settings.url);
      address.search = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        auth_type: authTypes.join(','),
        state,
        redirect_uri: callback.href,
      }).toString();
      return { address, kept: {} };
    },
    async finish(answer, { state }) {
      const code = codeOf(answer, state);
      try {
        const grant = { grant_type: 'authorization_code', client_id: clientId, client_secret: clientSecret };
        const token = tokenAnswer.parse(await ask('/get-access-token', { ...grant, code }));
        const session = { access_token: token.access_token, user_id: token.user_id };
        const told = await ask('/get-user-info', { ...session, fields: FIELDS.join(',') });
        // What they answer to a logout changes nothing for the person.
        await ask('/get-user-logout', session).catch(() => undefined);
        return personOf(userInfo.parse(told));
      } catch (error) {
        throw providerTrouble(error);
      }
    },
  };
}

/** The state was told in the address and must come back: without it a stranger's code would sign us in as him. */
function codeOf(answer: URL, state: string): string {
  if (answer.searchParams.get('state') !== state) {
    throw new Refusal('identity:refusals.signInNotProved', {}, 401);
  }
  const code = answer.searchParams.get('code');
  if (code === null || code === '') throw new Refusal('identity:refusals.signInGivenUp', {}, 401);
  return code;
}

async function askServer(url: string, path: string, query: Record<string, string>): Promise<unknown> {
  const address = new URL(path, url);
  address.search = new URLSearchParams(query).toString();
  const answer = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (answer.status >= 500) throw new Refusal('identity:refusals.providerAway', {}, 503);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/**
 * `edrpoucode` of a person's own signature holds the person's number: the length tells (RULEBOOK §1.6). A
 * seal of a body names no person, and BankID of some banks tells no number: neither signs anyone in.
 */
export function personOf(told: UserInfo): ProvedPerson {
  const code = [told.drfocode, told.edrpoucode].find((one) => one !== null && isRnokpp(one)) ?? null;
  const subject = code ?? told.unzr;
  const parts = [told.lastname, told.givenname, told.middlename].filter((part) => part !== null);
  const name = parts.length > 0 ? parts.join(' ') : told.subjectcn;
  if (subject === null && /^\d{8}$/.test(told.edrpoucode ?? '')) {
    throw new Refusal('identity:refusals.sealOfBody', {}, 403);
  }
  if (subject === null) throw new Refusal('identity:refusals.codeNotTold', {}, 403);
  if (name === null) throw new Refusal('identity:refusals.nameNotTold', {}, 403);
  const address = [told.locality, told.address].filter((part) => part !== null).join(', ') || null;
  return { subject, name, code, email: told.email, phone: told.phone, address };
}
