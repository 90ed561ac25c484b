import type { z } from 'zod';
import { hmac } from '../hmac.ts';
import { type Shape, shapeOf } from './personal-shape.ts';

/** A value as the erasable table keeps it, beside the hash by which the journal names it. */
export interface PersonalValue {
  readonly hash: string;
  readonly value: unknown;
}

export interface Redacted {
  /** Each personal field replaced by `hmac:<128 bits, base64url>`; fields unknown to the schema left out. */
  readonly journalled: unknown;
  /** Each hash once; for `kernel.audit_personal_values`. */
  readonly personal: readonly PersonalValue[];
}

type Hash = (value: unknown) => unknown;

/**
 * Redacts a value by the schema that reads or writes it; fields are personal by `personal(schema)`.
 * One value has one hash under one key, so whoever holds the key can follow a person through the journal.
 * Absent values (`undefined`, `null`, `''`) tell nothing of anyone and stay.
 */
export function redact(schema: z.core.$ZodType, value: unknown, key: Buffer): Redacted {
  const shape = shapeOf(schema);
  return collect(key, (hash) => walk(shape, value, hash));
}

/** Redacts a side of `deed.changed(field, before, after)`: hashed where the action's input has a personal field of that name. */
export function redactField(schema: z.core.$ZodType, field: string, value: unknown, key: Buffer): Redacted {
  const isPersonal = shapeOf(schema).names.has(field.slice(field.lastIndexOf('.') + 1));
  return collect(key, (hash) => (isPersonal ? hash(value) : value));
}

/** The name by which the journal knows a personal value: to look for it, or to prove what was written. */
export function hashPersonal(value: unknown, key: Buffer): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `hmac:${hmac(key, text).subarray(0, 16).toString('base64url')}`;
}

function collect(key: Buffer, redactWith: (hash: Hash) => unknown): Redacted {
  const found = new Map<string, unknown>();
  const journalled = redactWith((value) => {
    if (value === undefined || value === null || value === '') return value;
    const hash = hashPersonal(value, key);
    found.set(hash, value);
    return hash;
  });
  return { journalled, personal: Array.from(found, ([hash, value]) => ({ hash, value })) };
}

function walk(shape: Shape, value: unknown, hash: Hash): unknown {
  if (shape.personal) return hash(value);
  if (typeof value !== 'object' || value === null) return value;
  const { items } = shape;
  if (Array.isArray(value)) return items === null ? value : value.map((item) => walk(items, item, hash));
  if (shape.fields.size === 0 && shape.rest === null) return value;
  const redacted: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const fieldShape = shape.fields.get(name) ?? shape.rest;
    if (fieldShape !== null)
      redacted[shape.personalKeys ? String(hash(name)) : name] = walk(fieldShape, field, hash);
  }
  return redacted;
}
