import type { Translate } from '../../../kernel/i18n/translate.ts';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { useT } from '../../../kernel/page/page-context.tsx';
import type { CaseRow } from '../work-view.ts';

/** The last day, and by which law it is that day. */
export function DueCell({ row: { dueOn, why } }: { row: Pick<CaseRow, 'dueOn' | 'why'> }) {
  const t = useT();
  return (
    <>
      {dueOn === null ? t(why === null ? 'desk:due.none' : 'desk:due.stands') : <DueBadge dueOn={dueOn} />}
      {why === null ? null : <small class="due-why">{reasonWords(why, t)}</small>}
    </>
  );
}

/** «Закон 393/96-ВР, ст. 20; продовжено на 10 днів». */
export function reasonWords(why: NonNullable<CaseRow['why']>, t: Translate): string {
  if (why.extendedBy === 0) return why.article;
  return `${why.article}; ${t('desk:due.extended', { count: why.extendedBy })}`;
}
