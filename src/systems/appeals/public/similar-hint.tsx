import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { SimilarHint } from '../queries/hint-similar.ts';
import { stateName } from '../words.ts';

/** What of the like the city has already: one's own with a link, others only counted. */
export function SimilarHintBox({ hint }: { hint: SimilarHint | undefined }) {
  const { t, locale } = usePage();
  return (
    <div id="similar" class="appeal-similar" aria-live="polite">
      {hint === undefined ? null : <Found hint={hint} locale={locale} t={t} />}
    </div>
  );
}

function Found({
  hint,
  locale,
  t,
}: { hint: SimilarHint } & Pick<ReturnType<typeof usePage>, 'locale' | 't'>) {
  if (hint.own.length === 0 && hint.topics.length === 0) {
    return <p>{t('appeals:hint.nothing')}</p>;
  }
  return (
    <>
      {hint.own.map(({ caseId, index, number, day, state, title }) => (
        <p key={caseId}>
          {t('appeals:hint.own')}{' '}
          <a href={`/cabinet/cases/${caseId}`}>
            {index} <small>{number}</small>
          </a>
          {', '}
          {title}, {formatDate(day, locale)}: {stateName(state, locale)}
        </p>
      ))}
      {hint.topics.map(({ topic, count }) => (
        <p key={topic}>{t('appeals:hint.others', { count, topic })}</p>
      ))}
      <p>
        {t('appeals:hint.still')} <a href="/appeals/questions">{t('appeals:questions.title')}</a>
      </p>
    </>
  );
}
