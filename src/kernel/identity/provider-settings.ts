import { z } from 'zod';

const name = z.object({ uk: z.string().min(1), en: z.string().min(1) });

/** A word of the address: `/sign-in/with/<id>/callback` is what the provider is told to come back to. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Without TLS only on this very machine, for trying out. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
});

const openIdSettings = z.strictObject({
  kind: z.literal('openid'),
  id,
  name,
  /** Whose `/.well-known/openid-configuration` describes the rest. */
  issuer: address,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scope: z.string().default('openid profile email phone'),
  /** The claim that holds the person's РНОКПП, where the provider has one. */
  codeClaim: z.string().min(1).optional(),
});

const idGovUaSettings = z.strictObject({
  kind: z.literal('id-gov-ua'),
  id,
  name,
  url: address.default('https://id.gov.ua'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** What the person may choose from. */
  authTypes: z
    .array(z.enum(['dig_sign', 'bank_id', 'mobile_id', 'diia_id']))
    .min(1)
    .default(['dig_sign', 'bank_id']),
});

export const providerSettings = z.discriminatedUnion('kind', [openIdSettings, idGovUaSettings]);

export type OpenIdSettings = z.output<typeof openIdSettings>;
export type IdGovUaSettings = z.output<typeof idGovUaSettings>;
export type ProviderSettings = z.output<typeof providerSettings>;

/** `SIGN_IN_PROVIDERS`: a JSON list, no id twice; `demo` is the demo city's own. */
export const providerListSettings = z
  .array(providerSettings)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length)
  .refine((list) => list.every((one) => one.id !== 'demo'));
