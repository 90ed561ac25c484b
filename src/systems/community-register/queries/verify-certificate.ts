import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';

export const verifyCertificate = defineQuery({
  name: 'community-register.verify-certificate',
  title: { uk: 'Перевірити витяг', en: 'Verify a certificate' },
  may: ['resident'],
  input: z.object({ code: z.string().max(40).default('') }),
  output: z.object({
    /** Null: no paper of ours bears this code. */
    certificate: z
      .object({
        number: z.string(),
        issuedAt: z.coerce.date(),
        unitName: z.string(),
        /** Whether person and residence are still as the paper says. */
        isCurrent: z.boolean(),
      })
      .nullable(),
  }),
  /** Tells whether a paper is real and still true, and nothing of whose it is. */
  async run({ tx }, { code }) {
    const { rows } = await sql<{ number: string; issuedAt: Date; unitName: string; isCurrent: boolean }>`
      select c.number, c.issued_at as "issuedAt", c.unit_name as "unitName",
             not exists (select from community_register.changes h
                          where h.resident_id = c.resident_id and h.changed_at > c.issued_at)
             and not exists (select from community_register.residences e
                          where e.resident_id = c.resident_id and greatest(e.recorded_at, e.ended_at) > c.issued_at)
               as "isCurrent"
        from community_register.certificates c where c.code = ${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`.execute(
      tx,
    );
    return { certificate: rows[0] ?? null };
  },
});
