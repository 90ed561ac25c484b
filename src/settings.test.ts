import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('need nothing set', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      dataDir: resolve('data'),
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      demo: true,
      smtpUrl: undefined,
      inboxUrls: [],
      publicUrl: undefined,
      signInProviders: [],
      logLevel: 'info',
    });
  });

  it('show no demo city on an outside database unless asked', () => {
    const DATABASE_URL = 'postgres://city@db/city';
    expect(readSettings({ DATABASE_URL }).demo).toBe(false);
    expect(readSettings({ DATABASE_URL, DEMO: '1' }).demo).toBe(true);
    expect(readSettings({ DEMO: '0' }).demo).toBe(false);
  });

  it('take an empty value as unset and a public address without its last slash', () => {
    const settings = readSettings({ PORT: '', SMTP_URL: ' ', PUBLIC_URL: 'https://city.example/' });
    expect(settings).toMatchObject({ port: 3000, smtpUrl: undefined, publicUrl: 'https://city.example' });
  });

  it.each([
    ['PORT', 'many', 'ціле число'],
    ['PORT', '70000', 'ціле число'],
    ['DATABASE_URL', 'mysql://db/city', 'postgres://'],
    ['SMTP_URL', 'mail.example', 'smtp://'],
    ['PUBLIC_URL', 'city', 'https://'],
    ['DEMO', 'maybe', '1 або 0'],
    ['LOG_LEVEL', 'loud', 'fatal'],
  ])('refuse %s=%s with a sentence', (name, value, expected) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}.*${value}.*${expected}`));
  });

  it('take the residents’ sign-in providers, and never repeat their secrets', () => {
    const city = {
      kind: 'openid',
      id: 'city',
      name: { uk: 'Місто', en: 'City' },
      clientId: 'hall',
      clientSecret: 'hush',
    };
    const read = (list: unknown) => readSettings({ SIGN_IN_PROVIDERS: JSON.stringify(list) }).signInProviders;
    expect(read([{ ...city, issuer: 'https://id.city.example' }])).toMatchObject([
      { id: 'city', scope: 'openid profile email phone' },
    ]);
    expect(() => read([{ ...city, issuer: 'http://id.city.example' }])).toThrow(
      /^(?!.*hush).*SIGN_IN_PROVIDERS.*JSON/s,
    );
    expect(() => readSettings({ SIGN_IN_PROVIDERS: '[{' })).toThrow(/SIGN_IN_PROVIDERS/);
  });

  it('never repeat a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'http://user:hush@db/city' })).toThrow(/^((?!hush).)*$/s);
  });
});
