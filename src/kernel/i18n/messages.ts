import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { formatDate } from '../calendar/kyiv-time.ts';
import { LOCALES, type Locale, type Translate } from './translate.ts';

/** The catalogues of the whole house. */
export interface Messages {
  /** The translator for a reader. A missing message throws: a raw key never reaches a person. */
  for(locale: Locale): Translate;
  /** Whether the key stands in the catalogue (for keys that come from data). */
  has(key: string, locale: Locale): boolean;
}

type Catalogue = Record<string, unknown>;

/** Reads `messages/{uk,en}.json` of each folder; the namespace is the folder's name. */
export async function loadMessages(folders: readonly string[]): Promise<Messages> {
  const resources: Record<string, Record<string, Catalogue>> = {};
  for (const locale of LOCALES) {
    resources[locale] = Object.fromEntries(
      folders.flatMap((folder) => {
        const file = join(folder, 'messages', `${locale}.json`);
        return existsSync(file) ? [[basename(folder), readCatalogue(file)]] : [];
      }),
    );
  }
  const instance = i18next.createInstance();
  await instance.init({
    resources,
    lng: 'uk',
    fallbackLng: 'uk',
    interpolation: { escapeValue: false },
  });
  // Dates in messages are ISO dates, `{{date, date}}` in a catalogue.
  instance.services.formatter?.add('date', (value: string, language) =>
    formatDate(value, language === 'en' ? 'en' : 'uk'),
  );
  const translators = new Map(LOCALES.map((locale) => [locale, translatorOf(instance, locale)]));
  return {
    for: (locale) => translators.get(locale) ?? translatorOf(instance, locale),
    has: (key, locale) => instance.exists(key, { lng: locale }),
  };
}

function readCatalogue(file: string): Catalogue {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function translatorOf(instance: i18n, locale: Locale): Translate {
  const translate = instance.getFixedT(locale);
  // Nine of ten messages of a page say only a small number or none; looking one up costs more than drawing it.
  const plain = new Map<string, string>();
  return (key, params) => {
    const memory = memoryKey(key, params);
    const known = memory === undefined ? undefined : plain.get(memory);
    if (known !== undefined) return known;
    // A plural key exists only with its suffixes, so existence is asked with the count.
    if (!instance.exists(key, { lng: locale, ...params })) throw new Error(`No message «${key}» (${locale})`);
    const text = translate(key, { ...params });
    if (memory !== undefined) plain.set(memory, text);
    return text;
  };
}

/** Undefined where there would be no end of different sentences. */
function memoryKey(key: string, params: Parameters<Translate>[1]): string | undefined {
  if (params === undefined) return key;
  const { count, ...others } = params;
  const isSmall = typeof count === 'number' && Number.isInteger(count) && count >= 0 && count < 1_000;
  return isSmall && Object.keys(others).length === 0 ? `${key} ${count}` : undefined;
}
