import { notFound } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import { getAppeal } from '../queries/get-appeal.ts';

/** A resolution on a slip of its own, as it is pinned to the letter. */
export const resolutionPaperPage = definePage({
  path: '/desk/appeals/:id/resolutions/:resolution',
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  shell: 'print',
  async get(request) {
    const found = await request.ask(getAppeal, { caseId: request.params['id'] ?? '' });
    const main = found.resolutions.find(({ id }) => id === request.params['resolution']);
    if (main === undefined) throw notFound('appeals:refusals.noSuchResolution');
    return view(request.t('appeals:resolutionPaper.title'), <ResolutionPaper found={found} main={main} />);
  },
});

function ResolutionPaper({ found, main }: { found: AppealCase; main: AppealCase['resolutions'][number] }) {
  const { t, locale } = usePage();
  // Given in one stroke of the pen: the executor and who helps.
  const together = found.resolutions.filter(
    ({ authorId, givenAt, text }) =>
      authorId === main.authorId && givenAt.getTime() === main.givenAt.getTime() && text === main.text,
  );
  return (
    <article class="appeal-paper appeal-slip">
      <p class="paper-council">{t('appeals:paper.council')}</p>
      <h1>{t('appeals:resolutionPaper.title')}</h1>
      <p>
        {t('appeals:resolutionPaper.about', { index: found.index, number: found.number, day: found.day })}
      </p>
      <ul>
        {together.map(({ id, staff, unit, role }) => (
          <li key={id}>
            <strong>{staff ?? unit}</strong>
            {staff === null ? null : `, ${unit}`}
            {role === 'co-executor' ? ` (${t('appeals:case.helps')})` : null}
          </li>
        ))}
      </ul>
      <p class="paper-words">{main.text}</p>
      <p>
        {main.dueOn === null ? null : t('appeals:resolutionPaper.by', { day: main.dueOn })}{' '}
        {found.dueOn === null ? null : t('appeals:resolutionPaper.term', { day: found.dueOn })}
      </p>
      <p class="paper-sign paper-signed">
        <span>{main.author}</span>
        <span class="paper-line" />
        <span>{formatDate(main.givenAt, locale)}</span>
      </p>
    </article>
  );
}
