import { z } from 'zod';
import { InvalidInput } from '../../kernel/actions/invalid-input.ts';
import { type Answers, answersSchema, type Service } from '../service-catalogue/index.ts';

/**
 * The answers as they are kept: only to questions that are asked, obligatory ones there. The past is
 * kept as it was told. @throws InvalidInput with the sentences at `answers.<question>`.
 */
export function judgeAnswers(
  service: Pick<Service, 'form'> | null,
  answers: Answers | undefined,
  imported: boolean,
): Answers | null {
  if (imported) return answers ?? null;
  if (service === null || service.form.length === 0) return null;
  const judged = answersSchema(service.form).safeParse(answers ?? {}, { reportInput: true });
  if (judged.success) return judged.data;
  const issues = judged.error.issues.map((issue) => ({ ...issue, path: ['answers', ...issue.path] }));
  throw new InvalidInput(new z.ZodError(issues));
}
