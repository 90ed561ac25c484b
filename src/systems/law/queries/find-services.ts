import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { searchServices } from '../../service-catalogue/index.ts';
import { lawDate } from '../law-input.ts';

const SHOWN = 8;

/** Services whose term can be counted, by a person's words. */
export const findServices = defineQuery({
  name: 'law.find-services',
  title: { uk: 'Послуги, строк яких можна порахувати', en: 'Services whose term can be counted' },
  may: ['resident'],
  input: z.object({ words: z.string().trim().min(1).max(200), on: lawDate }),
  output: z.object({ services: z.array(z.object({ code: z.string(), name: z.string() })) }),
  async run({ tx }, { words, on }) {
    const found = await searchServices(tx, words, on);
    return { services: found.slice(0, SHOWN).map(({ code, name }) => ({ code, name })) };
  },
});
