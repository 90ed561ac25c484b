import { type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** The end of the chain after one batch, as it is signed and published. */
export interface Head {
  readonly batch: number;
  /** Positions of the batch's rows in the chain, both included; counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly head: Buffer;
  readonly sealedAt: Date;
  readonly signature: Buffer;
}

type Unsigned = Omit<Head, 'signature'>;

/** What is signed; written out so that anyone can check it with `openssl pkeyutl -verify`. */
export function signedText(head: Unsigned): string {
  return `audit-head ${head.batch} ${head.first} ${head.last} ${head.head.toString('hex')} ${head.sealedAt.toISOString()}`;
}

export function signHead(head: Unsigned, key: KeyObject): Head {
  return { ...head, signature: sign(null, Buffer.from(signedText(head)), key) };
}

export function isSignedBy(head: Head, key: KeyObject): boolean {
  return verify(null, Buffer.from(signedText(head)), key, head.signature);
}

const publishedLine = z.object({
  batch: z.int().positive(),
  first: z.int().positive(),
  last: z.int().positive(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  sealed_at: z.iso.datetime(),
  signature: z.base64(),
});

/** One line of `heads.jsonl`. */
export function formatHead(head: Head): string {
  return JSON.stringify({
    batch: head.batch,
    first: head.first,
    last: head.last,
    head: head.head.toString('hex'),
    sealed_at: head.sealedAt.toISOString(),
    signature: head.signature.toString('base64'),
  });
}

/** Reads a line of `heads.jsonl`; `undefined` = it is not one. */
export function parseHead(line: string): Head | undefined {
  const parsed = publishedLine.safeParse(parseJson(line));
  if (!parsed.success) return undefined;
  const { batch, first, last, head, sealed_at, signature } = parsed.data;
  return {
    batch,
    first,
    last,
    head: Buffer.from(head, 'hex'),
    sealedAt: new Date(sealed_at),
    signature: Buffer.from(signature, 'base64'),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
