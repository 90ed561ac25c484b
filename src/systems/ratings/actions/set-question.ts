import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { whenBroken } from '../../../kernel/database/when-broken.ts';

const text = z.string().trim().min(1, 'ratings:input.textMissing').max(300, 'ratings:input.textLong');

export const setQuestion = defineAction({
  name: 'ratings.set-question',
  title: { uk: 'Змінити запитання анкети з певного дня', en: 'Change a question of the form from a day on' },
  may: ['head', 'it'],
  input: z.object({
    code: z
      .string()
      .trim()
      .max(40)
      .regex(/^[a-z]+(-[a-z]+)*$/, 'ratings:input.codeWrong'),
    title: text,
    titleEn: text,
    indexName: text,
    indexNameEn: text,
    position: z.coerce.number().int().min(1).max(99),
    article: text,
    certainty: z.enum(['V', 'V2', 'M', 'M?']),
    from: z.iso.date('ratings:input.dayMissing'),
  }),
  output: z.object({ code: z.string() }),
  async run(deed, input) {
    const { tx } = deed;
    await sql`
      update ratings.questions set valid_to = ${input.from}::date
       where code = ${input.code} and valid_to is null and valid_from < ${input.from}::date`.execute(tx);
    const inserted = sql`
      insert into ratings.questions
        (id, code, title, title_en, index_name, index_name_en, position, article, certainty, valid_from)
      values (${uuid()}, ${input.code}, ${input.title}, ${input.titleEn}, ${input.indexName}, ${input.indexNameEn},
              ${input.position}, ${input.article}, ${input.certainty}, ${input.from}::date)`.execute(tx);
    await whenBroken(inserted, { questions_no_overlap: 'ratings:refusals.questionInForce' });
    deed.about({ kind: 'question', id: input.code });
    return { code: input.code };
  },
});
