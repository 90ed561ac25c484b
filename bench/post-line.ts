import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One connection, one deed at a time, as cheaply as Node can. */
export class PostLine {
  readonly #socket: Socket;
  #answered: (answer: Answer) => void = () => undefined;
  #received = Buffer.alloc(0);

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1').setNoDelay();
    this.#socket.on('data', (chunk) => this.#read(chunk));
  }

  /** `who` is a header that tells who comes: an address of a resident, or a clerk's token. */
  post(action: string, key: string, who: string, body: object): Promise<Answer> {
    const text = JSON.stringify(body);
    const head = [
      `POST /api/actions/${action} HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `idempotency-key: ${key}`,
      who,
      `content-length: ${Buffer.byteLength(text)}`,
    ].join('\r\n');
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(`${head}\r\n\r\n${text}`);
    });
  }

  end(): void {
    this.#socket.end();
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.toString('utf8', end + 4, end + 4 + length);
    this.#received = Buffer.alloc(0);
    this.#answered({ status: Number(head.slice(9, 12)), body });
  }
}
