import type { ComponentChildren } from 'preact';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Step } from '../draft.ts';
import type { DraftView } from './ask-draft.ts';

/** One question a page: the way back, where one is, the heading; and that the draft is kept. */
export function StepFrame(props: { draft: DraftView; step: Step; children: ComponentChildren }) {
  const { draft, step, children } = props;
  const { t, locale } = usePage();
  const place = draft.steps.indexOf(step);
  const before = draft.steps[place - 1];
  const base = `/apply/${draft.service.code}`;
  return (
    <>
      <p>
        <a class="back-link" href={before === undefined ? base : `${base}/${before}`}>
          {t('cabinet:apply.back')}
        </a>
      </p>
      <p class="soft">
        {draft.service.name[locale]} · {t('cabinet:apply.step', { step: place + 1, of: draft.steps.length })}
      </p>
      <h1>{t(`cabinet:steps.${step}.title`)}</h1>
      {children}
      {draft.savedAt === null ? null : <p class="soft">{t('cabinet:apply.kept')}</p>}
    </>
  );
}
