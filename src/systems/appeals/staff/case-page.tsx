import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { Steps } from '../../../kernel/page/components/steps.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { Timeline } from '../../../kernel/page/components/timeline.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import { getAppeal } from '../queries/get-appeal.ts';
import { listChoices } from '../queries/list-choices.ts';
import { stateName, stateTone } from '../words.ts';
import { doCaseDeed } from './case-deeds.ts';
import { CaseFacts } from './case-facts.tsx';
import { CaseForms, type CaseFormsProps } from './case-forms.tsx';
import { LinkedAppeals } from './linked-appeals.tsx';
import { Answers, ResolutionTree } from './resolution-tree.tsx';
import { findTrackingCode } from './tracking-cookie.ts';

/** One appeal: what to do, what is known, what was resolved and how it went. */
export const casePage = definePage({
  path: '/desk/appeals/:id',
  may: ['registrar', 'leader', 'specialist', 'operator', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getAppeal, { caseId: request.params['id'] ?? '' });
    const choices = await request.ask(listChoices, {});
    const code = findTrackingCode(request, found.id);
    return view(found.index, <Case found={found} choices={choices} form={form} code={code} />, {
      scripts: ['place-map'],
    });
  },
  post: doCaseDeed,
});

function Case(props: CaseFormsProps & { code: string | undefined }) {
  const { found, code } = props;
  const { t, locale } = usePage();
  return (
    <>
      <h1>
        {found.index} <small>{found.number}</small>
      </h1>
      <p class="lead">{found.title}</p>
      <p>
        <StatusTag tone={stateTone(found.state)}>{stateName(found.state, locale)}</StatusTag>{' '}
        {found.dueOn === null ? null : <DueBadge dueOn={found.dueOn} finished={!found.isOpen} />}
        {found.priority ? <> · {t('appeals:fields.priority')}</> : null} ·{' '}
        <a href={`/desk/appeals/${found.id}/card`}>{t('appeals:cardPaper.open')}</a>
      </p>
      {code === undefined ? null : (
        <Notice kind="done" title={t('appeals:case.code', { code })}>
          {t('appeals:case.codeHint', { number: found.number })}
        </Notice>
      )}
      {found.synthetic === null ? null : (
        <Notice>{t('appeals:case.synthetic', { what: found.synthetic })}</Notice>
      )}
      <div class="case-parts">
        <section aria-label={t('appeals:case.todo')}>
          <CaseForms {...props} />
          <LinkedAppeals found={found} />
        </section>
        <section aria-label={t('appeals:case.facts')}>
          <CaseFacts found={found} choices={props.choices} />
        </section>
        <section aria-label={t('appeals:case.course')}>
          <ResolutionTree found={found} />
          <Answers found={found} />
          <Clocks found={found} />
          <Course found={found} />
        </section>
      </div>
    </>
  );
}

/** Each clock with the steps that led to its day. */
function Clocks({ found }: { found: AppealCase }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('appeals:case.clocks')}</h2>
      {found.clocks.map(({ name, dueOn, stoppedOn, steps }) => (
        <details key={name} open={name === 'main'}>
          <summary>
            {t(`appeals:clocks.${name}`)}{' '}
            {dueOn === null ? null : <DueBadge dueOn={dueOn} finished={stoppedOn !== null} />}
          </summary>
          <Steps
            label={t(`appeals:clocks.${name}`)}
            steps={steps.map(({ text, article }) => ({
              text: t(text.key, text.params),
              ...(article === null ? {} : { article }),
            }))}
          />
        </details>
      ))}
    </>
  );
}

function Course({ found }: { found: AppealCase }) {
  const { t } = usePage();
  const last = found.course.at(-1)?.seq;
  return (
    <>
      <h2>{t('appeals:case.course')}</h2>
      <Timeline
        entries={found.course.map(({ seq, type, at, holderKind, holder, actor, words }) => ({
          key: `${seq}`,
          title: t(`appeals:events.${type}`),
          at,
          step: found.isOpen && seq === last ? ('now' as const) : ('done' as const),
          ...(actor === null && words === null
            ? {}
            : { note: [actor, words].filter((part) => part !== null).join(': ') }),
          ...(holderKind === 'closed' || holder === null ? {} : { holder }),
        }))}
      />
    </>
  );
}
