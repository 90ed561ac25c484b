import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { LineChart } from '../../../kernel/page/components/line-chart.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import type { Figure } from '../../../kernel/figures/figure.ts';
import { figurePath, rowsPath } from '../../../kernel/figures/figure-question.ts';
import type { Cell, Reading } from '../../../kernel/figures/read-figure.ts';
import {
  monthName,
  tellCell,
  tellCode,
  tellMonth,
  tellSample,
  tellValue,
} from '../../../kernel/figures/tell-figure.ts';
import { formatNumber, formatShare } from '../../../kernel/i18n/format-number.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { type PublicSummary, type PublishedComment, publicSummary } from '../queries/public-summary.ts';

/** How others rate the Centre: number first, how sure it is, and how many kept silent. */
export const publicRatingsPage = definePage({
  path: '/ratings',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) =>
    view(
      request.t('ratings:public.title'),
      <PublicRatings summary={await request.ask(publicSummary, {})} request={request} />,
    ),
});

function PublicRatings({ summary, request }: { summary: PublicSummary; request: PageRequest }) {
  const { t } = request;
  return (
    <>
      <h1>{t('ratings:public.title')}</h1>
      <p class="lead">{t('ratings:public.lead')}</p>
      <FigureRow>
        <ReadingNumber reading={summary.loyalty} now={request.now} />
        <ReadingNumber reading={summary.ticket} now={request.now} />
      </FigureRow>
      <Silence summary={summary} />
      <Indices reading={summary.satisfaction} />
      <Months reading={summary.byMonth} />
      <h2>{t('ratings:public.site')}</h2>
      <ReadingNumber reading={summary.site} now={request.now} />
      <Comments comments={summary.comments} />
      <p>
        <LinkButton href="/rate">{t('ratings:public.rate')}</LinkButton>
      </p>
    </>
  );
}

function ReadingNumber({ reading, now }: { reading: Reading; now: Date }) {
  const { t, locale } = usePage();
  const { figure, total } = reading;
  const unit = figure.measure.kind === 'share' ? '' : `, ${figure.unit[locale]}`;
  return (
    <FigureNumber
      name={`${figure.title[locale]}${unit}`}
      value={cellWords(figure, total, t('ratings:public.few'), usePage())}
      definition={figure.definition[locale]}
      {...(total.value === null ? {} : { href: rowsPath(figure.id, reading) })}
      note={tellSample(figure, total, locale, t)}
      countedAt={now}
    />
  );
}

/** Too few to publish and none at all are both told in words. */
function cellWords(
  figure: Figure,
  cell: Cell,
  few: string,
  { t, locale }: Pick<PageRequest, 't' | 'locale'>,
): string {
  if (cell.suppressed) return few;
  return cell.value === null ? t('ratings:public.none') : tellCell(figure, cell, locale, t);
}

/** Who did not answer is said as plainly as who did. */
function Silence({ summary }: { summary: PublicSummary }) {
  const { t, locale } = usePage();
  const { received, visits, forms } = summary;
  const channels = forms.breakdown
    .filter(({ value }) => value !== null)
    .map((cell) => `${tellCode(cell, 'channel', locale, t)}: ${formatNumber(cell.value ?? 0, locale)}`);
  return (
    <>
      <h2>{t('ratings:public.silence')}</h2>
      <p>
        {received === null || visits === 0
          ? t('ratings:public.silenceUnknown', { visits: formatNumber(visits, locale) })
          : t('ratings:public.silenceKnown', {
              received: formatNumber(received, locale),
              visits: formatNumber(visits, locale),
              share: formatShare(received / visits, locale),
            })}
      </p>
      {channels.length === 0 ? null : <p>{t('ratings:public.channels', { list: channels.join('; ') })}</p>}
    </>
  );
}

function Indices({ reading }: { reading: Reading }) {
  const { t, locale } = usePage();
  const { figure } = reading;
  return (
    <>
      <h2>{t('ratings:public.indices')}</h2>
      <p>{figure.definition[locale]}</p>
      <DataTable
        caption={t('ratings:public.indices')}
        captionHidden
        rows={reading.breakdown}
        keyOf={(cell) => cell.by['question'] ?? ''}
        empty={t(reading.withheld ? 'figures:withheld' : 'ratings:public.noneYet')}
        columns={[
          {
            key: 'question',
            title: t('ratings:public.index'),
            heading: true,
            cell: (cell) => tellCode(cell, 'question', locale, t),
          },
          {
            key: 'value',
            title: t('figures:value'),
            numeric: true,
            cell: (cell) => (
              <a
                href={figurePath(figure.id, {
                  ...reading,
                  by: ['sector'],
                  where: { question: cell.by['question'] ?? '' },
                })}
              >
                {tellCell(figure, cell, locale, t)}
              </a>
            ),
          },
          {
            key: 'sample',
            title: t('ratings:public.sure'),
            cell: (cell) => tellSample(figure, cell, locale, t) ?? '–',
          },
        ]}
      />
    </>
  );
}

function Months({ reading }: { reading: Reading }) {
  const { t, locale } = usePage();
  const { figure, breakdown } = reading;
  if (breakdown.length < 2) return null;
  return (
    <LineChart
      title={t('ratings:public.byMonth')}
      labels={breakdown.map((cell) => {
        const month = cell.by['month'] ?? '';
        return `${monthName(Number(month.slice(5)), locale, true)} ${month.slice(2, 4)}`;
      })}
      values={breakdown.map(({ value }) => value)}
      format={(value) => tellValue(figure, value, locale)}
    />
  );
}

function Comments({ comments }: { comments: readonly PublishedComment[] }) {
  const { t, locale } = usePage();
  return (
    <>
      <h2>{t('ratings:public.comments')}</h2>
      <p>{t('ratings:public.commentsNote')}</p>
      {comments.length === 0 ? <p>{t('ratings:public.noComments')}</p> : null}
      {comments.map(({ id, month, sector, mark, text }) => (
        <article class="rating-comment" key={id}>
          <p class="rating-said">{text}</p>
          <p class="rating-by">
            {t('ratings:public.said', { mark, month: tellMonth(month, locale) })}{' '}
            {sector === null ? null : <SectorTag sector={sector} />}
          </p>
        </article>
      ))}
    </>
  );
}
