import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { certificateContentSchema } from '../certificate.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

const certificate = z.object({
  id: z.uuid(),
  number: z.string(),
  code: z.string(),
  residentId: z.uuid(),
  issuedAt: z.coerce.date(),
  issuedBy: z.string().nullable(),
  unitName: z.string(),
  purpose: z.string(),
  content: certificateContentSchema,
});
export type Certificate = z.output<typeof certificate>;

/** A certificate as it was issued, to print it: the certificate itself is the reason of the look. */
export const getCertificate = defineQuery({
  name: 'community-register.get-certificate',
  title: { uk: 'Витяг для друку', en: 'A certificate to print' },
  may: REGISTER_ROLES,
  input: z.object({ certificateId: z.uuid('community-register:refusals.noSuchCertificate') }),
  output: certificate,
  async run({ tx, actor, looked }, { certificateId }) {
    await requireOwnDesk(tx, actor);
    const { rows } = await sql<Certificate>`
      select c.id, c.number, c.code, c.resident_id as "residentId", c.issued_at as "issuedAt", s.name as "issuedBy",
             c.unit_name as "unitName", c.purpose, c.content
        from community_register.certificates c left join kernel.staff s on s.id = c.issued_by
       where c.id = ${certificateId} and c.content <> '{}'`.execute(tx);
    const [found] = rows;
    if (found === undefined) throw notFound('community-register:refusals.noSuchCertificate');
    looked({ kind: 'resident', id: found.residentId }, `Друк витягу № ${found.number}`);
    return found;
  },
});
