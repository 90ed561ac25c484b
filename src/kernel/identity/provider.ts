import type { Title } from '../actions/define.ts';

/** What a provider tells of the person who proved who they are. */
export interface ProvedPerson {
  /** The person's lasting name at the provider: the same at every sign-in, nobody else's. */
  readonly subject: string;
  readonly name: string;
  /** РНОКПП, checked; null where the provider does not know it. */
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface SignInAttempt {
  /** Ties the answer to the question; comes back in the address. */
  readonly state: string;
  /** Where the provider sends the person back to. */
  readonly callback: URL;
}

/** Secrets of one attempt that stay with us: nonce, code verifier. */
export type Kept = Readonly<Record<string, string>>;

/** One way of proving who one is. Adapters talk to the outside and know nothing of accounts and sessions. */
export interface IdentityProvider {
  readonly id: string;
  readonly name: Title;
  /** Where to send the person, and what to keep for judging the answer. */
  begin(attempt: SignInAttempt): Promise<{ readonly address: URL; readonly kept: Kept }>;
  /** Judges the answer in the address. Throws `Refusal` with a sentence for the person. */
  finish(answer: URL, attempt: SignInAttempt, kept: Kept): Promise<ProvedPerson>;
}
