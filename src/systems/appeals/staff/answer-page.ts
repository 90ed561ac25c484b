import { notFound } from '../../../kernel/actions/refusal.ts';
import { definePage } from '../../../kernel/page/define-page.ts';
import { answerPdf } from '../answer-pdf.ts';
import { getAppeal } from '../queries/get-appeal.ts';

/** The answer on paper, to be signed and sent by post. */
export const answerPage = definePage({
  path: '/desk/appeals/:id/answers/:no',
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  shell: 'print',
  async get(request) {
    const found = await request.ask(getAppeal, { caseId: request.params['id'] ?? '' });
    const answer = found.answers.find(
      ({ no, approvedAt }) => `${no}` === request.params['no'] && approvedAt !== null,
    );
    if (answer === undefined) throw notFound('appeals:refusals.noSuchAnswer');
    const { author } = found;
    return answerPdf(
      {
        ...found,
        kind: answer.kind,
        text: answer.text,
        signedBy:
          answer.approvedBy === null ? null : { name: answer.approvedBy, position: answer.approvedAs ?? '' },
        preparedBy: answer.draftedBy,
        on: answer.sentAt ?? answer.approvedAt ?? answer.draftedAt,
        to: [author?.name, author?.address].filter((part) => part !== undefined && part !== null),
      },
      request.t,
    );
  },
});
