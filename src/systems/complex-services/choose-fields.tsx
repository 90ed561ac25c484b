import type { z } from 'zod';
import { CheckboxField } from '../../kernel/page/components/choice-field.tsx';
import { usePage } from '../../kernel/page/page-context.tsx';
import { termWords } from '../service-catalogue/index.ts';
import type { getPlanQuery } from './queries/get-plan.ts';

export type PlanView = z.output<(typeof getPlanQuery)['output']>;

/** The parts to tick: what each gives, who decides it and how long it takes. */
export function ChooseFields({ plan, all }: { plan: PlanView; all: boolean }) {
  const { t, locale } = usePage();
  return (
    <fieldset class="complex-choose">
      <legend>{t('complex-services:choose.legend')}</legend>
      {plan.parts.map((part) => (
        <CheckboxField
          key={part.no}
          name={`p${part.no}`}
          label={`${part.no}. ${part.title[locale] || part.title.uk}`}
          checked={all ? part.when === null : part.chosen}
          hint={[
            part.gives[locale] || part.gives.uk,
            `${part.body}${part.term === null ? '' : `, ${termWords(part.term, t)}`}`,
            ...(part.when === null ? [] : [part.when[locale] || part.when.uk]),
            ...(part.required ? [t('complex-services:choose.required')] : []),
            ...(part.waitsFor.length === 0
              ? []
              : [
                  t('complex-services:choose.after', {
                    titles: part.waitsFor.map((title) => `«${title[locale] || title.uk}»`).join(', '),
                  }),
                ]),
          ].join('. ')}
        />
      ))}
    </fieldset>
  );
}

/** The ticks of a choice, carried on unseen. */
export function ChosenHidden({ plan }: { plan: PlanView }) {
  return (
    <>
      {plan.parts
        .filter(({ chosen }) => chosen)
        .map(({ no }) => (
          <input key={no} type="hidden" name="parts" value={String(no)} />
        ))}
    </>
  );
}
