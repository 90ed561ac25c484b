import * as openid from 'openid-client';
import { Refusal } from '../actions/refusal.ts';
import { isRnokpp } from '../cases/applicant-code.ts';
import type { IdentityProvider, ProvedPerson } from './provider.ts';
import { providerTrouble } from './provider-trouble.ts';
import type { OpenIdSettings } from './provider-settings.ts';

/**
 * Any OpenID Connect provider: authorization code with PKCE, state and nonce. Signatures, issuer, audience
 * and times of the identity token are judged by `openid-client`.
 */
export function openIdProvider(settings: OpenIdSettings): IdentityProvider {
  const { id, name, scope } = settings;
  const found = discoverOnce(settings);
  return {
    id,
    name,
    async begin({ state, callback }) {
      const verifier = openid.randomPKCECodeVerifier();
      const nonce = openid.randomNonce();
      const address = openid.buildAuthorizationUrl(await found(), {
        redirect_uri: callback.href,
        scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address, kept: { verifier, nonce } };
    },
    async finish(answer, { state }, { verifier = '', nonce = '' }) {
      const provider = await found();
      try {
        const tokens = await openid.authorizationCodeGrant(provider, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub ?? '';
        const told = provider.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(provider, tokens.access_token, subject)
          : {};
        return personOf({ ...tokens.claims(), ...told }, settings);
      } catch (error) {
        throw providerTrouble(error);
      }
    },
  };
}

/** The provider's description is fetched at the first sign-in and kept; a failed fetch is tried anew. */
function discoverOnce(settings: OpenIdSettings): () => Promise<openid.Configuration> {
  let found: Promise<openid.Configuration> | undefined;
  const options =
    new URL(settings.issuer).protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {};
  return async () => {
    found ??= openid.discovery(
      new URL(settings.issuer),
      settings.clientId,
      settings.clientSecret,
      undefined,
      options,
    );
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw providerTrouble(error);
    }
  };
}

type Claims = Readonly<Record<string, unknown>>;

function personOf(claims: Claims, { codeClaim }: OpenIdSettings): ProvedPerson {
  const subject = textOf(claims['sub']);
  const parts = [claims['family_name'], claims['given_name'], claims['middle_name']].map(textOf);
  const name = textOf(claims['name']) ?? (parts.filter((part) => part !== null).join(' ') || null);
  if (subject === null || name === null) throw new Refusal('identity:refusals.nameNotTold', {}, 403);
  const code = codeClaim === undefined ? null : textOf(claims[codeClaim]);
  return {
    subject,
    name,
    code: code !== null && isRnokpp(code) ? code : null,
    // Who has not proved an address to the provider has not proved it to us.
    email: claims['email_verified'] === false ? null : textOf(claims['email']),
    phone: textOf(claims['phone_number']),
    address: addressOf(claims['address']),
  };
}

function addressOf(address: unknown): string | null {
  return typeof address === 'object' && address !== null && 'formatted' in address
    ? textOf(address.formatted)
    : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 500) : null;
}
