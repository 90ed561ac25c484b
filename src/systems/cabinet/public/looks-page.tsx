import type { z } from 'zod';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { LooksTable } from '../../journal/index.ts';
import { myLooks } from '../queries/my-looks.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

type Looks = z.output<(typeof myLooks)['output']>;

export const looksPage = definePage({
  path: '/cabinet/looks',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request) {
    const found = await request.ask(myLooks, {});
    return view(request.t('cabinet:looks.title'), <LooksView found={found} />);
  },
});

function LooksView({ found }: { found: Looks }) {
  const { t } = usePage();
  const looked = found.cases.filter(({ looks }) => looks.length > 0);
  return (
    <>
      <CabinetTabs />
      <h1>{t('cabinet:looks.title')}</h1>
      <p class="lead">{t('cabinet:looks.lead')}</p>
      {looked.length + found.account.length === 0 ? <EmptyState>{t('cabinet:looks.none')}</EmptyState> : null}
      {found.account.length === 0 ? null : (
        <>
          <h2>{t('cabinet:looks.account')}</h2>
          <LooksTable looks={found.account} />
        </>
      )}
      {looked.map(({ number, title, looks }) => (
        <section key={number} aria-label={number}>
          <h2>{title}</h2>
          <p class="soft">{number}</p>
          <LooksTable looks={looks} />
        </section>
      ))}
      <p>{t('cabinet:looks.complain')}</p>
    </>
  );
}
