import type { z } from 'zod';
import { CourseTimeline, DayLedger } from '../../../kernel/cases/view/course-list.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { PartList } from '../../complex-services/index.ts';
import { LooksTable } from '../../journal/index.ts';
import { myCase } from '../queries/my-case.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

type MyCase = z.output<(typeof myCase)['output']>;

export const casePage = definePage({
  path: '/cabinet/cases/:id',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const found = await request.ask(myCase, { caseId: request.params['id'] ?? '' });
    return view(found.number, <CaseView found={found} />);
  },
});

function CaseView({ found }: { found: MyCase }) {
  const { t, locale } = usePage();
  return (
    <>
      <CabinetTabs />
      <h1>{found.title}</h1>
      <p>
        <StatusTag tone={found.isOpen ? 'going' : 'done'}>{found.stateName[locale]}</StatusTag>
      </p>
      <p>{found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}</p>
      <p class="soft">{found.number}</p>
      {found.whole === null ? null : <PartList parts={found.whole.parts} />}
      <h2>{t('cabinet:case.course')}</h2>
      <CourseTimeline course={found.course} isOpen={found.isOpen} system={found.system} />
      <h2>{t('cabinet:case.ledger')}</h2>
      <DayLedger course={found.course} />
      {found.steps.length === 0 ? null : (
        <>
          <h2>{t('cabinet:filed.counted')}</h2>
          <StepList steps={found.steps} />
        </>
      )}
      <h2>{t('cabinet:looks.title')}</h2>
      <LooksTable looks={found.looks} />
    </>
  );
}
