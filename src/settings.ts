import { resolve } from 'node:path';
import { z } from 'zod';
import en from './kernel/database/messages/en.json' with { type: 'json' };
import uk from './kernel/database/messages/uk.json' with { type: 'json' };
import { StartProblem } from './kernel/database/start-problem.ts';
import { providerListSettings, type ProviderSettings } from './kernel/identity/provider-settings.ts';

type Expectation = keyof typeof uk.settings;

const expects = (expectation: Expectation): { error: Expectation } => ({ error: expectation });
const address = (protocols: RegExp, expectation: Expectation) =>
  z.url({ protocol: protocols, ...expects(expectation) });
const flag = z
  .enum(['1', '0', 'true', 'false'], expects('flag'))
  .transform((value) => ['1', 'true'].includes(value));

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, expects('port'))
    .transform(Number)
    .refine((port) => port <= 65_535, expects('port'))
    .default(3000),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'databaseUrl').optional(),
  DATABASE_OWNER_URL: address(/^postgres(ql)?$/, 'databaseUrl').optional(),
  DEMO: flag.optional(),
  SMTP_URL: address(/^smtps?$/, 'smtpUrl').optional(),
  INBOX_URL: z
    .string()
    .transform((value) => value.trim().split(/\s+/))
    .pipe(z.array(address(/^imaps?$/, 'inboxUrl')))
    .default([]),
  PUBLIC_URL: address(/^https?$/, 'publicUrl').optional(),
  SIGN_IN_PROVIDERS: z.string().transform(readProviders).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], expects('logLevel'))
    .default('info'),
});

/** What the IT person sets in the environment. */
export interface Settings {
  /** 0 = any free port. */
  readonly port: number;
  /** Absolute. Files, secrets and the embedded database. */
  readonly dataDir: string;
  /** Left out = the embedded database. */
  readonly databaseUrl: string | undefined;
  /** The tables' owner, where the application's own login must not be it. */
  readonly databaseOwnerUrl: string | undefined;
  /** Lifelike demo city with demo sign-ins; on by default with the embedded database only. */
  readonly demo: boolean;
  readonly smtpUrl: string | undefined;
  /** Mailboxes that are read: `imaps://user:password@host/folder`, several with a space between. */
  readonly inboxUrls: readonly string[];
  /** `https://city.example` without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Where residents prove who they are. Holds secrets. */
  readonly signInProviders: readonly ProviderSettings[];
  readonly logLevel: z.output<typeof Environment>['LOG_LEVEL'];
}

/** Reads the settings; throws `StartProblem` with a sentence on a bad value. An empty value counts as unset. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) {
    throw badSetting(read.error, given);
  }
  const values = read.data;
  return {
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    smtpUrl: values.SMTP_URL,
    inboxUrls: values.INBOX_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    signInProviders: values.SIGN_IN_PROVIDERS ?? [],
    logLevel: values.LOG_LEVEL,
  };
}

function readProviders(text: string, context: z.RefinementCtx): readonly ProviderSettings[] {
  const read = providerListSettings.safeParse(jsonOf(text));
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'signInProviders' });
  return z.NEVER;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function badSetting(error: z.ZodError, given: Readonly<Record<string, string | undefined>>): StartProblem {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const expectation =
    (Object.keys(uk.settings) as Expectation[]).find((key) => key === issue?.message) ?? 'text';
  // An address may carry a password, a list of providers their secrets: they are not repeated on the terminal.
  const value = expectation === 'signInProviders' ? '…' : (given[name] ?? '').replace(/:\/\/[^@]*@/, '://…@');
  return new StartProblem('badSetting', { name, value }, undefined, {
    expected: { uk: uk.settings[expectation], en: en.settings[expectation] },
  });
}
