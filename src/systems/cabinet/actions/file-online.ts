import { z } from 'zod';
import type { Resident } from '../../../kernel/actions/actor.ts';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import type { NewApplicant } from '../../../kernel/cases/index.ts';
import { attachFile } from '../../../kernel/files/files.ts';
import { fileApplication } from '../../applications/index.ts';
import { chooseProvider, type Service } from '../../service-catalogue/index.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { type Contacts, contactsOf, type Draft, lacksOf, papersAsked } from '../draft.ts';
import { getOnlineService, takeDraft } from '../draft-store.ts';

/** Files the draft: the same registering as at the window, by the same number book, at the same moment. */
export const fileOnline = defineAction({
  name: 'cabinet.file-online',
  title: { uk: 'Подати заяву онлайн', en: 'File an application online' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({
    serviceCode: serviceCodeInput,
    /** That the data are true and may be worked with (Law 2297-VI art. 11). */
    agrees: z.boolean().refine((agrees) => agrees, 'cabinet:input.agree'),
  }),
  output: z.object({ caseId: z.uuid(), number: z.string(), dueOn: z.iso.date().nullable() }),
  async run(deed, { serviceCode }) {
    const known = accountOf(deed.actor);
    const service = await getOnlineService(deed.tx, serviceCode, deed.now);
    const draft = await takeDraft(deed.tx, known.accountId, serviceCode);
    if (lacksOf(service, draft, known).includes('applicant')) {
      throw new Refusal('cabinet:refusals.notReachable', {}, 422);
    }
    const filed = await fileApplication(deed, {
      service,
      provider: chooseProvider(service, draft.providerCode ?? undefined),
      applicant: applicantOf(known, contactsOf(draft, known)),
      documents: documentsOf(service, draft),
      answers: draft.answers,
      channel: 'online',
      holder: { kind: 'front-office', unitId: null },
    });
    await attachPapers(deed, draft, filed.caseId);
    return { caseId: filed.caseId, number: filed.number, dueOn: filed.dueOn };
  },
});

/** The application form itself is among the papers: it was written here. */
function documentsOf({ documents }: Service, { papers }: Draft): string[] {
  const added = new Set(papers.map(({ document }) => document));
  const asked = new Set(papersAsked({ documents }));
  return documents.filter((document) => added.has(document) || !asked.has(document));
}

/** Name and number are the provider's word, never the form's. */
function applicantOf(known: Resident, { phone, email, address }: Contacts): NewApplicant {
  return {
    kind: 'person',
    name: known.name,
    ...(known.code === null ? {} : { code: known.code }),
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
    ...(address === '' ? {} : { address }),
  };
}

async function attachPapers(deed: Deed, { papers }: Draft, caseId: string): Promise<void> {
  for (const { fileId } of papers) await attachFile(deed, fileId, caseId);
}
