import { z } from 'zod';
import { defineQuery } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import {
  explainTerm,
  findLinks,
  getCase,
  readControls,
  readExcluded,
  readExecutors,
  readQuestions,
} from '../../../kernel/cases/index.ts';
import { findFilesOfCase } from '../../../kernel/files/files.ts';
import { APPEAL } from '../appeal.ts';
import { readAnswers } from '../answer-store.ts';
import { readCourse } from '../appeal-course.ts';
import { caseIdInput } from '../appeal-input.ts';
import { getAppealRow } from '../appeal-store.ts';
import { type AppealCase } from '../appeal-case.ts';
import { requireMaySee } from '../may-see.ts';
import { readResolutions } from '../resolution-store.ts';
import { findSimilar } from '../similar-store.ts';
import { seesAll } from '../who-may.ts';

/** Everything of one appeal for the desk; the look is journalled. */
export const getAppeal = defineQuery({
  name: 'appeals.get-appeal',
  title: { uk: 'Картка звернення', en: 'An appeal' },
  input: z.object({ caseId: caseIdInput }),
  output: z.custom<AppealCase>(),
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  async run({ tx, actor, looked }, { caseId }): Promise<AppealCase> {
    const found = await getCase(tx, caseId);
    if (found.kind !== APPEAL.name) throw notFound('cases:refusals.noSuchCase');
    await requireMaySee(tx, actor, found);
    looked({ kind: 'case', id: caseId });
    const row = await getAppealRow(tx, caseId);
    const author = found.applicant;
    const similar =
      seesAll(actor) && found.isOpen
        ? await findSimilar(
            tx,
            {
              text: row.text,
              author: author?.name ?? '',
              address: author?.address ?? '',
              except: caseId,
              reader: actor,
            },
            8,
          )
        : [];
    for (const { caseId: id } of similar) looked({ kind: 'case', id });
    const files = await findFilesOfCase(tx, caseId);
    return {
      ...row,
      id: found.id,
      number: found.number,
      title: found.title,
      state: found.state,
      isOpen: found.isOpen,
      registeredAt: found.registeredAt,
      dueOn: found.dueOn,
      unitId: found.unitId,
      unit: found.unitName,
      executorId: found.executorId,
      executor: found.executorName,
      author,
      clocks: await explainTerm(tx, caseId),
      questions: await readQuestions(tx, caseId),
      executors: await readExecutors(tx, caseId),
      controls: await readControls(tx, caseId),
      complainedOf: await readExcluded(tx, caseId),
      links: await findLinks(tx, caseId),
      resolutions: await readResolutions(tx, caseId),
      answers: await readAnswers(tx, caseId),
      similar,
      files: files.map(({ id, name }) => ({ id, name })),
      course: await readCourse(tx, caseId),
    };
  },
});
