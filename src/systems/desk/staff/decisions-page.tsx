import type { z } from 'zod';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { myDecisions } from '../queries/my-decisions.ts';
import { WorkTable } from './work-table.tsx';

type Decision = z.output<(typeof myDecisions)['output']>['decisions'][number];

/** A leader's own page: what waits for her signature, her resolution, her extension. */
export const decisionsPage = definePage({
  path: '/desk/decisions',
  may: ['leader'],
  shell: 'staff',
  async get(request) {
    const { decisions } = await request.ask(myDecisions, {});
    return view(request.t('desk:decisions.title'), <Decisions decisions={decisions} />);
  },
});

function Decisions({ decisions }: { decisions: readonly Decision[] }) {
  const { t, locale } = usePage();
  const some = decisions.filter(({ step }) => step.count > 0);
  return (
    <>
      <h1>{t('desk:decisions.title')}</h1>
      <FigureRow>
        {some.map((decision) => (
          <FigureNumber
            key={idOf(decision)}
            name={decision.step.title[locale]}
            value={formatNumber(decision.step.count, locale)}
            href={`#${idOf(decision)}`}
          />
        ))}
      </FigureRow>
      {some.length === 0 ? (
        <EmptyState action={<a href="/desk/terms">{t('desk:decisions.terms')}</a>}>
          {t('desk:decisions.empty')}
        </EmptyState>
      ) : null}
      {some.map((decision) => (
        <Section key={idOf(decision)} decision={decision} />
      ))}
    </>
  );
}

function Section({ decision }: { decision: Decision }) {
  const { t, locale } = usePage();
  const { kind, step, lines } = decision;
  const query = new URLSearchParams({ show: 'all', kind: kind.name, step: step.name }).toString();
  return (
    <section aria-labelledby={idOf(decision)}>
      <h2 id={idOf(decision)}>{step.title[locale]}</h2>
      <WorkTable
        caption={step.title[locale]}
        lines={lines}
        kinds={[{ ...kind, steps: [] }]}
        empty=""
        withoutStep
      />
      {step.count <= lines.length ? null : (
        <p>
          <a href={`/desk?${query}`}>{t('desk:decisions.all', { count: step.count })}</a>
        </p>
      )}
    </section>
  );
}

function idOf({ kind, step }: Decision): string {
  return `${kind.name.replace('.', '-')}-${step.name}`;
}
