import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { isRnokpp } from '../../../kernel/cases/applicant-code.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

/** What an application of residence registration already says of the person: typed once, not twice. */
export const prefillResident = defineQuery({
  name: 'community-register.prefill-resident',
  title: { uk: 'Дані із заяви для внесення до Реєстру', en: 'An application’s data for the register' },
  may: REGISTER_ROLES,
  input: z.object({ caseId: z.uuid('community-register:refusals.noSuchCase') }),
  output: z.object({
    number: z.string(),
    name: z.string(),
    rnokpp: z.string(),
    address: z.string(),
  }),
  async run({ tx, actor, looked }, { caseId }) {
    await requireOwnDesk(tx, actor);
    const { number, applicant } = await getCase(tx, caseId);
    looked({ kind: 'case', id: caseId });
    const code = applicant?.code ?? '';
    return {
      number,
      name: applicant?.kind === 'person' ? (applicant.name ?? '') : '',
      rnokpp: isRnokpp(code) ? code : '',
      address: applicant?.address ?? '',
    };
  },
});
