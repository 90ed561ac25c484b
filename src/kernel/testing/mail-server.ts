import type { AddressInfo, Server } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

/** A real IMAP server with one box, for tests. A letter is its bytes, written as Latin-1. */
export async function openMailServer(letters: readonly string[] = []) {
  const server = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'IDLE', 'ENABLE', 'LITERALPLUS', 'UNSELECT'],
    storage: { INBOX: { messages: letters.map((raw) => ({ raw })) } },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.server);
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    flagsOf: (index: number) => server.getMailbox('INBOX')?.messages[index]?.flags ?? [],
    deliver: (raw: string) => server.appendMessage('INBOX', [], undefined, raw),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
  return address;
}
