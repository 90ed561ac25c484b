import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { AnswerFiles } from './answer-files.tsx';
import { publishedAnswer } from '../queries/published-answer.ts';

type Published = z.output<(typeof publishedAnswer)['output']>;

/** An answer for everyone; what is hidden in it says why and by whom. */
export const answerPage = definePage({
  path: '/requests/answers/:id',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 60,
  async get(request) {
    const found = await request.ask(publishedAnswer, { caseId: request.params['id'] ?? '' });
    return view(found.subject, <Answer found={found} />);
  },
});

function Answer({ found }: { found: Published }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{found.subject}</h1>
      <SummaryList
        lines={[
          { term: t('information-requests:columns.number'), value: found.number },
          { term: t('information-requests:columns.received'), value: formatDate(found.receivedOn, locale) },
          {
            term: t('information-requests:columns.answered'),
            value: found.answeredOn === null ? null : formatDate(found.answeredOn, locale),
          },
          { term: t('information-requests:columns.unit'), value: found.unit },
        ]}
      />
      <h2>{t('information-requests:case.answer')}</h2>
      <p class="request-text">{found.answer}</p>
      <AnswerFiles files={found.files} pathOf={({ id }) => `/files/${id}`} />
      {found.redactions.length === 0 ? null : (
        <>
          <h2>{t('information-requests:redaction.title')}</h2>
          <ul>
            {found.redactions.map(({ reason, by, count }) => (
              <li key={`${reason} ${by}`}>
                {t(`information-requests:redaction.reasons.${reason}`)} –{' '}
                {t('information-requests:redaction.places', { count })}, {by}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href="/requests">{t('information-requests:journal.title')}</a>
      </p>
    </>
  );
}
