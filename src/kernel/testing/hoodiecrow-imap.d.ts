/** What the tests use of a package that brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface BoxedMessage {
    readonly flags: readonly string[];
  }
  interface MailServer {
    readonly server: Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): { readonly messages: readonly BoxedMessage[] } | undefined;
    appendMessage(
      path: string,
      flags: readonly string[],
      internalDate: string | undefined,
      raw: string,
    ): void;
  }
  export default function hoodiecrow(options: {
    readonly plugins: readonly string[];
    readonly storage: Readonly<Record<string, { readonly messages: readonly { readonly raw: string }[] }>>;
  }): MailServer;
}
