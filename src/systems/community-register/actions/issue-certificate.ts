import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { makeTrackingCode } from '../../../kernel/cases/tracking-code.ts';
import { bookName, takeNumber } from '../../../kernel/numbering/index.ts';
import { certificateContent } from '../certificate.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';
import { residentIdInput } from '../resident-input.ts';
import { lockResident } from '../resident-store.ts';
import { readResidences } from '../whole-resident.ts';

const BOOK = 'resident-certificates';

export const issueCertificate = defineAction({
  name: 'community-register.issue-certificate',
  title: { uk: 'Видати витяг з Реєстру', en: 'Issue a certificate' },
  may: REGISTER_ROLES,
  input: z.object({
    residentId: residentIdInput,
    /** Where the person will show it. */
    purpose: personal(z.string().trim().min(2, 'community-register:input.purposeMissing').max(200)).default(
      'За місцем вимоги',
    ),
  }),
  /** The code is on the paper alone: whoever has it learns that the paper is real, and nothing of the person. */
  output: z.object({ certificateId: z.uuid(), number: z.string() }),
  async run(deed, { residentId, purpose }) {
    await requireOwnDesk(deed.tx, deed.actor);
    const person = await lockResident(deed.tx, residentId);
    const content = certificateContent(person, await readResidences(deed.tx, residentId));
    const certificateId = uuid();
    const year = Number(kyivDate(deed.now).slice(0, 4));
    const currentYear = Number(kyivDate(deed.recordedAt).slice(0, 4));
    const book = bookName(BOOK, { imported: deed.imported, year, currentYear });
    // The book stays locked until the commit, so the number is taken last.
    const number = `${year}/${await takeNumber(deed.tx, book, year)}`;
    await sql`
      insert into community_register.certificates
        (id, number, resident_id, code, issued_at, issued_by, unit_name, purpose, content)
      values (${certificateId}, ${number}, ${residentId}, ${makeTrackingCode()}, ${deed.now}, ${deed.actor.staffId},
              coalesce((select name from kernel.units where id = ${deed.actor.unitId}), ''), ${purpose},
              ${JSON.stringify(content)}::jsonb)`.execute(deed.tx);
    deed.about({ kind: 'resident', id: residentId });
    return { certificateId, number };
  },
});
