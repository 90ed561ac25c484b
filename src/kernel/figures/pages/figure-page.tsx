import { z } from 'zod';
import { defineQuery } from '../../actions/define.ts';
import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { FigureNumber } from '../../page/components/figure-number.tsx';
import { definePage, type Page, type PageRequest, view } from '../../page/define-page.ts';
import { type ComparedReading, getFigure, readCompared, readFactsSource } from '../ask-figure.ts';
import type { Figure } from '../figure.ts';
import { figurePath, questionOf, rowsPath } from '../figure-question.ts';
import type { Question } from '../read-figure.ts';
import { takeSnapshot } from '../snapshot.ts';
import { dimensionTitle, tellCell, tellChoice, tellPeriod, tellSample } from '../tell-figure.ts';
import { Breakdown } from './breakdown.tsx';
import { QuestionForm } from './question-form.tsx';
import { SyntheticNote } from './synthetic-note.tsx';

interface Shown extends ComparedReading {
  readonly factsSql: string;
}

/** `/figures/:id`: the number, what it means, its parts, its query. */
export function figurePage(figures: readonly Figure[]): Page {
  const readQuery = defineQuery({
    name: 'figures.read-figure',
    title: { uk: 'Показник', en: 'A figure' },
    input: z.object({ id: z.string(), question: z.custom<Question>() }),
    output: z.custom<Shown>(),
    may: ['resident'],
    run: async ({ tx }, { id, question }) => {
      await takeSnapshot(tx);
      const figure = getFigure(figures, id);
      return { ...(await readCompared(tx, figure, question)), factsSql: await readFactsSource(tx, figure) };
    },
  });
  return definePage({
    path: '/figures/:id',
    may: 'anyone',
    shell: 'resident',
    cacheSeconds: 30,
    get: async (request) => {
      const figure = getFigure(figures, request.params['id'] ?? '');
      const question = questionOf(request.query, request.now);
      const shown = await request.ask(readQuery, { id: figure.id, question });
      return view(
        figure.title[request.locale],
        <FigureView request={request} shown={shown} question={question} />,
      );
    },
  });
}

function FigureView({
  request,
  shown,
  question,
}: {
  request: PageRequest;
  shown: Shown;
  question: Required<Question>;
}) {
  const { t, locale } = request;
  const { now, before } = shown;
  const { figure, total } = now;
  const chosen = tellChoice(figure, total, now.where, locale, t);
  const period = tellPeriod(figure, now.from, now.to, locale, t);
  const sample = tellSample(figure, total, locale, t);
  return (
    <>
      <p>
        <a href="/figures">{t('figures:title')}</a>
      </p>
      <h1>{figure.title[locale]}</h1>
      <FigureNumber
        name={[figure.measure.kind === 'share' ? '' : figure.unit[locale], period, chosen]
          .filter((part) => part !== '')
          .join(', ')}
        value={tellCell(figure, total, locale, t)}
        definition={figure.definition[locale]}
        {...(total.suppressed ? {} : { href: rowsPath(figure.id, now) })}
        {...(!before.total.value ? {} : { before: tellCell(figure, before.total, locale, t) })}
        countedAt={request.now}
        note={
          <>
            {sample}
            <SyntheticNote synthetic={total.synthetic} />
          </>
        }
      />
      {now.from === question.from && now.to === question.to ? null : (
        <p class="figure-note">{t('figures:wholeMonths')}</p>
      )}
      <QuestionForm figure={figure} question={question} />
      <Breakdown compared={shown} />
      {figure.suppressBelow === 0 ? null : (
        <p class="figure-note">{t('figures:hiddenWhy', { below: figure.suppressBelow })}</p>
      )}
      <p>
        <a href={`/api${figurePath(figure.id, now)}`}>{t('figures:json')}</a>
        {now.where && Object.keys(now.where).length > 0 ? (
          <>
            {' · '}
            <a href={figurePath(figure.id, { from: now.from, to: now.to, by: question.by })}>
              {t('figures:all')}:{' '}
              {Object.keys(now.where)
                .map((name) => dimensionTitle(figure, name, locale))
                .join(', ')}
            </a>
          </>
        ) : null}
      </p>
      <SqlText title={t('figures:sql')} text={now.sql} />
      <SqlText title={t('figures:factsSql', { relation: figure.facts })} text={shown.factsSql} />
      <p class="figure-note">{t('figures:counted', { moment: formatDateTime(request.now, locale) })}</p>
    </>
  );
}

function SqlText({ title, text }: { title: string; text: string }) {
  return (
    <details class="sql">
      <summary>{title}</summary>
      <pre lang="en">{text}</pre>
    </details>
  );
}
