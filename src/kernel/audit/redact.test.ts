import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personal } from '../actions/define.ts';
import { hashPersonal, redact, redactField } from './redact.ts';

const key = Buffer.alloc(32, 7);
const applicant = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    name: personal(z.string().min(1)),
    phone: personal(z.string()).optional(),
  }),
  z.object({ kind: z.literal('body'), title: z.string(), code: personal(z.string()).nullable() }),
]);
const input = z.object({
  id: z.uuid().optional(),
  applicant,
  documents: z.array(z.string()).default([]),
  witnesses: z
    .array(z.object({ name: personal(z.string()) }))
    .nullable()
    .optional(),
  notes: z.record(z.string(), personal(z.string())).optional(),
  birthDate: personal(z.iso.date()).optional(),
});

describe('redact', () => {
  it('replaces personal fields at any depth and keeps the rest', () => {
    const { journalled, personal: found } = redact(
      input,
      {
        applicant: { kind: 'person', name: 'Олена Коваль', phone: '+380501112233' },
        documents: ['паспорт'],
        witnesses: [{ name: 'Олена Коваль' }],
        notes: { first: 'живе в 5' },
      },
      key,
    );
    const name = hashPersonal('Олена Коваль', key);
    expect(name).toMatch(/^hmac:[\w-]{22}$/);
    expect(journalled).toEqual({
      applicant: { kind: 'person', name, phone: hashPersonal('+380501112233', key) },
      documents: ['паспорт'],
      witnesses: [{ name }],
      notes: { first: hashPersonal('живе в 5', key) },
    });
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({ hash: name, value: 'Олена Коваль' });
  });

  it('keeps absent values and leaves out fields that the schema does not know', () => {
    const value = { applicant: { kind: 'body', title: 'ОСББ', code: null, secret: 'Петро' }, extra: 'Петро' };
    expect(redact(input, value, key)).toEqual({
      journalled: { applicant: { kind: 'body', title: 'ОСББ', code: null } },
      personal: [],
    });
  });

  it('hashes what is personal in any form of a union, and in a transformed field', () => {
    const schema = z.object({
      who: z.union([z.string(), personal(z.string())]),
      code: personal(z.string().transform((text) => text.trim())),
      piped: z.string().pipe(personal(z.string())),
    });
    const { journalled } = redact(schema, { who: 'а', code: 'б', piped: 'в' }, key);
    expect(JSON.stringify(journalled)).not.toMatch(/[абв]/);
  });

  it('walks a schema that contains itself', () => {
    const tree = z.object({
      name: personal(z.string()),
      get children() {
        return z.array(tree);
      },
    });
    const { journalled } = redact(tree, { name: 'а', children: [{ name: 'б', children: [] }] }, key);
    const hash = (text: string) => hashPersonal(text, key);
    expect(journalled).toEqual({ name: hash('а'), children: [{ name: hash('б'), children: [] }] });
  });

  it('lets no personal value through, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'grapheme' }), (text) => {
        const value = { applicant: { kind: 'person', name: `Ї${text}` }, birthDate: `Ї${text}` };
        const { journalled } = redact(input, value, key);
        expect(JSON.stringify(journalled)).not.toContain('Ї');
      }),
    );
  });

  it('redacts a change by the name of the field', () => {
    expect(redactField(input, 'applicant.phone', '+380', key).journalled).toBe(hashPersonal('+380', key));
    expect(redactField(input, 'state', 'registered', key).journalled).toBe('registered');
  });
});
