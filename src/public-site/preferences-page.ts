import { definePage, redirect } from '../kernel/page/define-page.ts';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  largeType: ['on', 'off'],
  contrast: ['on', 'off'],
  theme: ['system', 'light', 'dark'],
  lang: ['uk', 'en'],
};
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** `/preferences?largeType=on&back=/services`: remembers how a person wants to read, without JavaScript. */
export const preferencesPage = definePage({
  path: '/preferences',
  may: 'anyone',
  shell: 'resident',
  get: async ({ query, now }) => {
    const expires = new Date(now.getTime() + YEAR_MS);
    const chosen = Object.entries(query).filter(([name, value]) => CHOICES[name]?.includes(value));
    const cookies = Object.fromEntries(chosen.map(([name, value]) => [name, { value, expires }]));
    return { ...redirect(query['back'] ?? '/'), cookies };
  },
});
