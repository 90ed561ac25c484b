import type { z } from 'zod';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SectorTag, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../../service-catalogue/index.ts';
import { CourseTimeline, DayLedger } from '../../../kernel/cases/view/course-list.tsx';
import { getApplication } from '../queries/get-application.ts';
import { listBodies } from '../queries/list-bodies.ts';
import { listCaseChoices } from '../queries/list-case-choices.ts';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { stateName, stateTone } from '../words.ts';
import { doCaseDeed } from './case-deeds.ts';
import { CaseFacts } from './case-facts.tsx';
import { CaseForms, type CaseFormsProps } from './case-forms.tsx';

export type Application = z.output<(typeof getApplication)['output']>;

/** One case: the facts, whose day it is, how the date was counted, and what this person may do now. */
export const casePage = definePage({
  path: '/desk/applications/:id',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getApplication, { caseId: request.params['id'] ?? '' });
    const choices = await request.ask(listCaseChoices, found.unitId === null ? {} : { unitId: found.unitId });
    const { bodies } = await request.ask(listBodies, {});
    return view(found.number, <Case found={found} choices={choices} bodies={bodies} form={form} />);
  },
  post: doCaseDeed,
});

function Case(props: CaseFormsProps) {
  const { found, choices } = props;
  const { t, locale } = usePage();
  const sector = SECTORS.find((one) => one === found.sector);
  return (
    <>
      <h1>{found.number}</h1>
      <p class="lead">{found.service}</p>
      <p>
        {sector === undefined ? null : <SectorTag sector={sector} />}{' '}
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}
        {found.paused ? t('applications:track.standing') : null}
      </p>
      {found.synthetic === null ? null : (
        <Notice>{t('applications:case.synthetic', { what: found.synthetic })}</Notice>
      )}
      <div class="case-parts">
        <section aria-label={t('applications:case.todo')}>
          <CaseForms {...props} />
        </section>
        <section aria-label={t('applications:case.facts')}>
          <CaseFacts found={found} reasons={choices.reasons} />
          <p>
            <LinkButton look="quiet" href={`/desk/applications/${found.id}/receipt`} hotkey="Alt+P">
              {t('applications:case.receipt')}
            </LinkButton>{' '}
            <LinkButton look="quiet" href={`/desk/applications/${found.id}/package`}>
              {t('applications:case.package')}
            </LinkButton>
          </p>
          <h2>{t('cases:steps.title')}</h2>
          <StepList steps={found.steps} />
        </section>
        <section aria-label={t('applications:track.course')}>
          <h2>{t('applications:track.course')}</h2>
          <CourseTimeline system="applications" course={found.course} isOpen={found.isOpen} />
          <DayLedger course={found.course} />
        </section>
      </div>
    </>
  );
}
