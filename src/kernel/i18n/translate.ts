export const LOCALES = ['uk', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Message by key `namespace:path.to.message`; numbers choose the plural form by `count`. */
export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;
