import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { rowsPath } from '../../../kernel/figures/figure-question.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { questionsByTopic, type TopicLine } from '../queries/questions-by-topic.ts';
import type { z } from 'zod';

type Found = z.output<(typeof questionsByTopic)['output']>;
const NUMBERS = ['all', 'satisfied', 'explained', 'refused', 'other', 'underReview'] as const;
/** By what each number's rows are chosen; the sum of several outcomes opens at its topic. */
const OUTCOME_OF: Partial<Record<(typeof NUMBERS)[number], string>> = {
  satisfied: 'satisfied',
  explained: 'explained',
  refused: 'refused',
  underReview: 'under-review',
};
const YEARS = 3;

/** The register of questions for everyone: topics and outcomes; small numbers are hidden, nobody is named. */
export const questionsPage = definePage({
  path: '/appeals/questions',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  async get(request) {
    const { year } = request.query;
    const found = await request.ask(questionsByTopic, year === undefined ? {} : { year });
    const title = request.t('appeals:questions.titleOf', { year: found.year });
    const { format } = request.query;
    if (isListFormat(format)) {
      const { t, locale } = request;
      const columns = [
        { title: t('appeals:columns.topic'), width: 50, value: (line: TopicLine) => nameOf(line, locale) },
        ...NUMBERS.map((name) => ({
          title: t(`appeals:questions.${name}`),
          width: 18,
          value: (line: TopicLine) => line[name] ?? t('figures:hidden'),
        })),
      ];
      return listDownload(columns, found.topics, format, title);
    }
    return view(title, <Questions found={found} title={title} />);
  },
});

function nameOf({ label, labelEn }: TopicLine, locale: string): string {
  return locale === 'uk' ? label : labelEn;
}

function Questions({ found, title }: { found: Found; title: string }) {
  const { t, locale, now } = usePage();
  const thisYear = Number(kyivDate(now).slice(0, 4));
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{t('appeals:questions.lead')}</p>
      <p>
        <a href="/appeals/new">{t('appeals:file.title')}</a> ·{' '}
        <a href="/appeals/track">{t('appeals:track.title')}</a>
      </p>
      <Tabs
        label={t('appeals:questions.years')}
        tabs={Array.from({ length: YEARS }, (_, back) => thisYear - back).map((year) => ({
          path: `/appeals/questions?year=${year}`,
          label: `${year}`,
          current: year === found.year,
        }))}
      />
      <p>
        {t('appeals:questions.total')} {numbersOf(found.total, t, locale)}
      </p>
      <DataTable<TopicLine>
        caption={title}
        captionHidden
        rows={found.topics}
        keyOf={({ topic }) => topic}
        empty={t('appeals:questions.empty')}
        columns={[
          {
            key: 'topic',
            title: t('appeals:columns.topic'),
            heading: true,
            cell: (line) => nameOf(line, locale),
          },
          ...(found.outcomesHidden ? NUMBERS.slice(0, 1) : NUMBERS).map((name) => ({
            key: name,
            title: t(`appeals:questions.${name}`),
            numeric: true,
            cell: (line: TopicLine) => <Opened line={line} name={name} found={found} />,
          })),
        ]}
      />
      {found.outcomesHidden ? <p>{t('appeals:questions.outcomesHidden')}</p> : null}
      <p>{t('figures:hiddenWhy', { below: 5 })}</p>
      <Downloads>
        <a href={`/voice/${found.year}`}>{t('appeals:questions.report')}</a>
      </Downloads>
      <p>
        <small>{t('appeals:questions.counted', { on: formatDate(now, locale) })}</small>
      </p>
    </>
  );
}

/** Each number opens into the records it was counted from. */
function Opened({ line, name, found }: { line: TopicLine; name: (typeof NUMBERS)[number]; found: Found }) {
  const { t, locale } = usePage();
  const value = line[name];
  if (value === null) return <>{t('figures:hidden')}</>;
  const outcome = OUTCOME_OF[name];
  if (value === 0 || (outcome === undefined && name !== 'all')) return <>{formatNumber(value, locale)}</>;
  const { from, to } = found;
  const where = { topic: line.topic, ...(outcome === undefined ? {} : { outcome }) };
  return <a href={rowsPath('appeals.questions', { from, to, where })}>{formatNumber(value, locale)}</a>;
}

function numbersOf(total: Found['total'], t: ReturnType<typeof usePage>['t'], locale: 'uk' | 'en'): string {
  return NUMBERS.map((name) => {
    const value = total[name];
    return `${t(`appeals:questions.${name}`).toLocaleLowerCase(locale)}: ${
      value === null ? t('figures:hidden') : formatNumber(value, locale)
    }`;
  }).join(', ');
}
