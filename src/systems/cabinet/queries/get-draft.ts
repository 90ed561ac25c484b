import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { accountOf } from '../../../kernel/actions/permission.ts';
import { maskCode } from '../../../kernel/cases/applicant-code.ts';
import { answerLine, linesOf } from '../../applications/index.ts';
import { answersShape, serviceFormSchema } from '../../service-catalogue/index.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import {
  contactsInput,
  contactsOf,
  type Draft,
  filesOf,
  lacksOf,
  missingPapers,
  papersAsked,
  STEPS,
  stepsOf,
} from '../draft.ts';
import { findDraft, getOnlineService } from '../draft-store.ts';
import { findFileNames } from '../own-store.ts';

const bilingual = z.object({ uk: z.string(), en: z.string() });

/** An application as it is being written: every step of it, and what is still missing. */
export const getDraft = defineQuery({
  name: 'cabinet.get-draft',
  title: { uk: 'Моя чернетка заяви', en: 'My draft of an application' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ serviceCode: serviceCodeInput }),
  output: z.object({
    service: z.object({
      code: z.string(),
      name: bilingual,
      form: serviceFormSchema,
      documents: z.array(z.string()),
      providers: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    steps: z.array(z.enum(STEPS)),
    /** Null before the first step was saved. */
    savedAt: z.date().nullable(),
    name: personal(z.string()),
    /** Masked: enough to see that it is one's own. */
    code: z.string().nullable(),
    contacts: contactsInput,
    providerCode: z.string().nullable(),
    answers: personal(answersShape),
    answerLines: z.array(answerLine),
    papers: z.array(z.object({ document: z.string(), fileId: z.uuid(), name: z.string(), size: z.int() })),
    files: z.array(z.object({ id: z.uuid(), name: z.string() })),
    lacks: z.array(z.enum(STEPS)),
    missingPapers: z.array(z.string()),
  }),
  async run({ tx, actor, now }, { serviceCode }) {
    const known = accountOf(actor);
    const service = await getOnlineService(tx, serviceCode, now);
    const found = await findDraft(tx, known.accountId, serviceCode);
    const draft = found ?? emptyDraft(serviceCode, now);
    const files = await findFileNames(tx, filesOf(service, draft));
    const byId = new Map(files.map((file) => [file.id, file]));
    const { code, name, nameEn, form, providers } = service;
    return {
      service: {
        code,
        name: { uk: name, en: nameEn },
        form,
        documents: [...papersAsked(service)],
        providers: providers.map((one) => ({ code: one.code, name: one.name })),
      },
      steps: [...stepsOf(service)],
      savedAt: found?.savedAt ?? null,
      name: known.name,
      code: known.code === null ? null : maskCode(known.code),
      contacts: contactsOf(draft, known),
      providerCode: draft.providerCode,
      answers: { ...draft.answers },
      answerLines: linesOf(form, draft.answers),
      papers: draft.papers.map(({ document, fileId }) => ({
        document,
        fileId,
        name: byId.get(fileId)?.name ?? '',
        size: byId.get(fileId)?.size ?? 0,
      })),
      files: files.map((file) => ({ id: file.id, name: file.name })),
      lacks: [...lacksOf(service, draft, known)],
      missingPapers: missingPapers(service, draft),
    };
  },
});

function emptyDraft(serviceCode: string, now: Date): Draft {
  return {
    serviceCode,
    providerCode: null,
    contacts: {},
    answers: {},
    papers: [],
    startedAt: now,
    savedAt: now,
  };
}
