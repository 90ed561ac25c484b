import type { City } from '../city.ts';
import { demoProvider } from './demo-provider.ts';
import { idGovUaProvider } from './id-gov-ua.ts';
import { openIdProvider } from './openid-provider.ts';
import type { IdentityProvider } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** The ways to prove who one is, in the order of the settings; the demo city's own comes last. */
export function identityProviders({ settings }: Pick<City, 'settings'>): readonly IdentityProvider[] {
  return [...settings.signInProviders.map(adapterOf), ...(settings.demo ? [demoProvider()] : [])];
}

function adapterOf(settings: ProviderSettings): IdentityProvider {
  switch (settings.kind) {
    case 'openid':
      return openIdProvider(settings);
    case 'id-gov-ua':
      return idGovUaProvider(settings);
  }
}
