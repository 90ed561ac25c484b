import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { StepList } from '../../../kernel/cases/view/step-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { myApplication } from '../queries/my-application.ts';

type MyApplication = z.output<(typeof myApplication)['output']>;

/** The confirmation: the number, what happens next, and how the date was counted. */
export const filedPage = definePage({
  path: '/cabinet/applications/:id/filed',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const found = await request.ask(myApplication, { caseId: request.params['id'] ?? '' });
    return view(request.t('cabinet:filed.title'), <Filed found={found} />);
  },
});

function Filed({ found }: { found: MyApplication }) {
  const { t, locale } = usePage();
  const due = found.dues.find(({ isOpen }) => isOpen);
  return (
    <>
      <div class="filed">
        <h1>{t('cabinet:filed.title')}</h1>
        <p>{t('cabinet:filed.number')}</p>
        <p class="filed-number">{found.number}</p>
      </div>
      <p class="lead">{found.service}</p>
      <h2>{t('cabinet:filed.next')}</h2>
      <ol>
        <li>{t('cabinet:filed.front')}</li>
        <li>{t('cabinet:filed.body', { body: found.body ?? '' })}</li>
        <li>
          {found.dueOn === null
            ? t('cabinet:filed.noDate')
            : t('cabinet:filed.due', { date: formatDate(found.dueOn, locale) })}
        </li>
        <li>{t('cabinet:filed.letters')}</li>
      </ol>
      {due === undefined ? null : (
        <p>
          <LinkButton href={`/fees/${due.code}`}>{t('cabinet:home.pay')}</LinkButton>
        </p>
      )}
      <h2>{t('cabinet:filed.counted')}</h2>
      <StepList steps={found.steps} />
      <p>
        <LinkButton href={`/cabinet/applications/${found.caseId}`}>{t('cabinet:filed.open')}</LinkButton>
      </p>
    </>
  );
}
