import en from './messages/en.json' with { type: 'json' };
import uk from './messages/uk.json' with { type: 'json' };

type ProblemName = keyof typeof uk.problems;
type Params = Readonly<Record<string, string | number>>;

/**
 * The program cannot start or go on for a reason that the IT person can mend.
 * The message is a whole sentence, Ukrainian first, then English; print it without a stack.
 */
export class StartProblem extends Error {
  readonly key: ProblemName;

  /** `words` are parameters that differ by language. */
  constructor(
    key: ProblemName,
    params: Params,
    cause?: unknown,
    words: Readonly<Record<string, { readonly uk: string; readonly en: string }>> = {},
  ) {
    const sentence = (language: 'uk' | 'en'): string => {
      const own = Object.entries(words).map(([name, word]) => [name, word[language]]);
      return fill((language === 'uk' ? uk : en).problems[key], { ...params, ...Object.fromEntries(own) });
    };
    super(`${sentence('uk')}\n${sentence('en')}`, { cause });
    this.name = 'StartProblem';
    this.key = key;
  }
}

export function fill(sentence: string, params: Params): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** What to say of an unknown thrown thing in the middle of a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(reasonOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) {
    return undefined;
  }
  return typeof error.code === 'string' ? error.code : undefined;
}
