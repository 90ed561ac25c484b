import { notFound } from '../../../kernel/actions/refusal.ts';
import { definePage } from '../../../kernel/page/define-page.ts';
import { answerPdf } from '../answer-pdf.ts';
import { trackAppeal } from '../queries/track-appeal.ts';

/** The sent answer as a paper, for who has the number and the code. */
export const publicAnswerPage = definePage({
  path: '/appeals/answer',
  may: 'anyone',
  shell: 'print',
  async get(request) {
    const { number = '', code = '', no = '' } = request.query;
    const found = await request.ask(trackAppeal, { number: number.slice(0, 60), code: code.slice(0, 60) });
    const answer = found.answers.find((one) => `${one.no}` === no);
    if (answer === undefined) throw notFound('appeals:refusals.noSuchAnswer');
    const { kind, text, sentAt } = answer;
    return answerPdf(
      { ...found, kind, text, signedBy: null, preparedBy: null, on: sentAt, to: [] },
      request.t,
    );
  },
});
