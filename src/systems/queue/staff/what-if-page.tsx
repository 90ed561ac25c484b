import { formatDate, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { BarChart } from '../../../kernel/page/components/bar-chart.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { type Replayed, whatIf } from '../queries/what-if.ts';
import { SECTORS } from '../sector.ts';
import { cell, SPLITS } from '../what-if/staffing.ts';
import { type Answer, type Choice, minutesText } from './what-if-answer.ts';
import { Truth, WaitTable } from './what-if-tables.tsx';
import { WhatIfForm } from './what-if-form.tsx';

/** A past day once more, with other windows, another split or more booked visits; all of it in the address. */
export const whatIfPage = definePage({
  path: '/desk/hall/:hall/what-if',
  may: ['head'],
  shell: 'staff',
  async get(request) {
    const hall = request.params['hall'] ?? '';
    const choice = choiceOf(request);
    const day = pastDayOf(request);
    const answer = await request.ask(whatIf, {
      hall,
      split: choice.split,
      windows: windowsOf(request),
      ...(day === null ? {} : { day }),
      ...(choice.booked === null ? {} : { booked: choice.booked }),
    });
    return view(request.t('queue:whatIf.title'), <WhatIf answer={answer} choice={choice} />);
  },
});

function choiceOf({ query }: PageRequest): Choice {
  const text = query['booked'] ?? '';
  const booked = /^\d{1,3}$/.test(text) ? Math.min(100, Number(text)) : null;
  return { split: SPLITS.find((one) => one === query['split']) ?? 'as-it-was', booked };
}

/** Whatever anyone wrote in the address: a date before today, or none. */
function pastDayOf({ query, now }: PageRequest): string | null {
  const day = query['day'] ?? '';
  const isDate = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day);
  const isReal = isDate && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return isReal && day < kyivDate(now) ? day : null;
}

function windowsOf({ query }: PageRequest): Record<string, number> {
  const windows: Record<string, number> = {};
  for (const sector of SECTORS) {
    for (let hour = 0; hour < 24; hour += 1) {
      const text = query[`w-${sector}-${hour}`];
      if (text !== undefined && /^\d{1,2}$/.test(text)) windows[cell(sector, hour)] = Number(text);
    }
  }
  return windows;
}

function WhatIf({ answer, choice }: { answer: Answer; choice: Choice }) {
  const { t, locale } = usePage();
  const { day } = answer;
  return (
    <>
      <h1>{t('queue:whatIf.title')}</h1>
      <p class="sentence">{t('queue:whatIf.lead')}</p>
      <WhatIfForm answer={answer} choice={choice} />
      {day === null || answer.visitors === 0 ? (
        <EmptyState>{t('queue:whatIf.nobody')}</EmptyState>
      ) : (
        <>
          <h2>
            {formatDate(day, locale)}, {formatWeekday(day, locale)}
          </h2>
          <Accuracy answer={answer} />
          <Compared answer={answer} />
          <Charts answer={answer} />
          <WaitTable before={answer.asItWas} after={answer.changed} />
          <Truth day={day} truth={answer.truth} />
        </>
      )}
    </>
  );
}

/** How near the replay comes to what was: without it no answer may be trusted. */
function Accuracy({ answer: { real, asItWas, visitors, gaveUp } }: { answer: Answer }) {
  const { t, locale } = usePage();
  const pair = (one: number | null, other: number | null) =>
    t('queue:whatIf.pair', { real: minutesText(one, locale), simulated: minutesText(other, locale) });
  return (
    <section aria-labelledby="accuracy">
      <h3 id="accuracy">{t('queue:whatIf.accuracy')}</h3>
      <FigureRow>
        <FigureNumber name={t('queue:whatIf.visitors')} value={formatNumber(visitors, locale)} />
        <FigureNumber name={t('queue:whatIf.median')} value={pair(real.median, asItWas.all.median)} />
        <FigureNumber name={t('queue:whatIf.p90')} value={pair(real.p90, asItWas.all.p90)} />
      </FigureRow>
      <p class="soft">
        {t('queue:whatIf.how')} {gaveUp === 0 ? '' : t('queue:whatIf.gaveUp', { count: gaveUp })}
      </p>
    </section>
  );
}

function Compared({ answer: { asItWas, changed } }: { answer: Answer }) {
  const { t, locale } = usePage();
  const value = (of: Replayed, name: 'median' | 'p90') => minutesText(of.all[name], locale);
  const share = (of: Replayed) => (of.idleShare === null ? '–' : `${formatNumber(of.idleShare, locale)} %`);
  const arrow = (before: string, after: string) => `${before} → ${after}`;
  return (
    <section aria-labelledby="compared">
      <h3 id="compared">{t('queue:whatIf.compared')}</h3>
      <FigureRow>
        <FigureNumber
          name={t('queue:whatIf.median')}
          value={arrow(value(asItWas, 'median'), value(changed, 'median'))}
        />
        <FigureNumber
          name={t('queue:whatIf.p90')}
          value={arrow(value(asItWas, 'p90'), value(changed, 'p90'))}
        />
        <FigureNumber name={t('queue:whatIf.idle')} value={arrow(share(asItWas), share(changed))} />
        <FigureNumber
          name={t('queue:whatIf.left')}
          value={arrow(String(asItWas.left), String(changed.left))}
        />
      </FigureRow>
    </section>
  );
}

/** One picture a sector: the median wait by the hour of coming, the changed day over the day as it was. */
function Charts({ answer: { hours, asItWas, changed } }: { answer: Answer }) {
  const { t, locale } = usePage();
  const names = { now: t('queue:whatIf.changed'), before: t('queue:whatIf.asItWas') };
  return (
    <div class="what-if-charts">
      {SECTORS.map((sector) => {
        const of = (day: Replayed, hour: number) =>
          day.byHour.find((one) => one.sector === sector && one.hour === hour)?.median ?? null;
        const bars = hours.flatMap((hour) => {
          const [now, before] = [of(changed, hour), of(asItWas, hour)];
          return now === null && before === null
            ? []
            : [{ label: `${hour}:00`, value: now ?? 0, before: before ?? 0, sector }];
        });
        return bars.length === 0 ? null : (
          <BarChart
            key={sector}
            title={t('queue:whatIf.chart', { sector: t(`page:sector.${sector}.name`) })}
            bars={bars}
            names={names}
            format={(value) => formatNumber(value, locale)}
          />
        );
      })}
    </div>
  );
}
