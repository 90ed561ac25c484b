import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { z } from 'zod';
import { myLetters } from '../queries/my-letters.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

type Letters = z.output<(typeof myLetters)['output']>['letters'];

export const lettersPage = definePage({
  path: '/cabinet/letters',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const { letters } = await request.ask(myLetters, {});
    return view(request.t('cabinet:letters.title'), <LetterList letters={letters} />);
  },
});

function LetterList({ letters }: { letters: Letters }) {
  const { t, locale } = usePage();
  return (
    <>
      <CabinetTabs />
      <h1>{t('cabinet:letters.title')}</h1>
      <p class="lead">{t('cabinet:letters.lead')}</p>
      {letters.length === 0 ? <EmptyState>{t('cabinet:letters.none')}</EmptyState> : null}
      {letters.map(({ id, at, subject, text, to, sent }) => (
        <details key={id} class="letter">
          <summary>
            {subject} <span class="soft">· {formatDateTime(at, locale)}</span>
          </summary>
          <p class="soft">{t(`cabinet:letters.${sent ? 'sent' : 'waits'}`, { to })}</p>
          <p class="letter-text">{text}</p>
        </details>
      ))}
    </>
  );
}
