import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { maskCode } from '../../../kernel/cases/applicant-code.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AnswerLine } from '../answer-lines.ts';

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the applicant answered to the service's own questions. */
export function AnswerList({ answers }: { answers: readonly AnswerLine[] }) {
  const { t, locale } = usePage();
  if (answers.length === 0) return null;
  return (
    <>
      <h3>{t('applications:case.answers')}</h3>
      <SummaryList
        lines={answers.map((line) => ({
          term: locale === 'en' ? line.label.en : line.label.uk,
          value:
            line.kind === 'file' ? (
              <a href={`/files/${String(line.answer)}`}>{t('applications:case.answerFile')}</a>
            ) : (
              answerWords(line, t, locale)
            ),
        }))}
      />
    </>
  );
}

/** An answer as it is read; a person's number only as far as one needs to compare it. */
export function answerWords({ kind, answer, words, unit }: AnswerLine, t: Translate, locale: Locale): string {
  if (words !== null) return locale === 'en' ? words.en : words.uk;
  if (typeof answer === 'boolean') return t(`applications:case.${answer ? 'yes' : 'no'}`);
  if (typeof answer === 'number')
    return `${formatNumber(answer, locale, Number.isInteger(answer) ? 0 : 2)}${unit === null ? '' : ` ${unit}`}`;
  if (kind === 'date' && CIVIL_DATE.test(answer)) return formatDate(answer, locale);
  return kind === 'person-code' ? maskCode(answer) : answer;
}
