import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { termSchema } from '../../service-catalogue/index.ts';
import { papersAsked, stepsOf, STEPS } from '../draft.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { draftDays, getOnlineService } from '../draft-store.ts';

/** What one should know before beginning an online application. Open to everyone. */
export const onlineService = defineQuery({
  name: 'cabinet.online-service',
  title: { uk: 'Як подати заяву онлайн', en: 'How to apply online' },
  may: ['resident'],
  input: z.object({ serviceCode: serviceCodeInput }),
  output: z.object({
    code: z.string(),
    name: z.object({ uk: z.string(), en: z.string() }),
    documents: z.array(z.string()),
    term: termSchema,
    steps: z.array(z.enum(STEPS)),
    /** Days that a draft is kept. */
    draftDays: z.int(),
  }),
  async run({ tx, now }, { serviceCode }) {
    const service = await getOnlineService(tx, serviceCode, now);
    return {
      code: service.code,
      name: { uk: service.name, en: service.nameEn },
      documents: [...papersAsked(service)],
      term: service.term,
      steps: [...stepsOf(service)],
      draftDays: await draftDays(tx, now),
    };
  },
});
