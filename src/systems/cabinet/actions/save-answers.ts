import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { answersShape } from '../../service-catalogue/index.ts';
import { serviceCodeInput } from '../cabinet-input.ts';
import { changeDraft } from '../draft-store.ts';

/** Keeps the answers as they are, wrong ones too: they are judged at the end, and nothing typed is lost. */
export const saveAnswers = defineAction({
  name: 'cabinet.save-answers',
  title: { uk: 'Зберегти відповіді в чернетці', en: 'Save answers in the draft' },
  may: ['resident'],
  needsAccount: true,
  input: z.object({ serviceCode: serviceCodeInput, answers: personal(answersShape) }),
  output: z.object({}),
  async run(deed, { serviceCode, answers }) {
    await changeDraft(deed, serviceCode, (_, { form }) => {
      const names = new Set(form.map(({ name }) => name));
      return { answers: Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name))) };
    });
    return {};
  },
});
