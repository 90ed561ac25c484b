import { expect, it } from 'vitest';
import { problemOf } from '../http/problem.ts';
import { wrongFields } from './invalid-input.ts';

it('tells each wrong field its own sentence, with what stands in it', () => {
  const wrong = wrongFields([
    { path: ['questions', 2, 'topic'], message: 'club:input.topicMissing' },
    { path: ['address'], message: 'club:input.addressUnsure', params: { offers: 'A; B' } },
  ]);
  const { status, errors } = problemOf(wrong, 'uk', (key, params) => `${key} ${JSON.stringify(params)}`);
  expect(status).toBe(422);
  expect(errors).toEqual([
    { path: 'questions.2.topic', message: 'club:input.topicMissing {}' },
    { path: 'address', message: 'club:input.addressUnsure {"offers":"A; B"}' },
  ]);
});
