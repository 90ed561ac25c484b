import { type Answer, definePage, type PagePost, redirect, view } from '../../../kernel/page/define-page.ts';
import { endRuleAction, setAccountAction, setVariantAction, setWaiverAction } from '../actions/set-rules.ts';
import { listRules } from '../queries/list-rules.ts';
import { RuleTables } from './rule-tables.tsx';

const HERE = '/desk/fees/rules';
const KINDS = ['account', 'variant', 'waiver'] as const;

/** Accounts, tariffs and waivers with their validity: what is written holds from its day, the past stays. */
export const rulesPage = definePage({
  path: HERE,
  may: ['head', 'it', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const rules = await request.ask(listRules, {});
    return view(request.t('fees:rules.title'), <RuleTables rules={rules} form={form} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const kind = KINDS.find((one) => one === request.field('kind')) ?? 'account';
  if (request.field('deed') === 'end') {
    await request.run(endRuleAction, { kind, id: request.field('id'), validTo: request.field('validTo') });
    return redirect(HERE, 'fees:notices.ended');
  }
  await write(request, kind);
  return redirect(HERE, 'fees:notices.ruleKept');
}

async function write(request: PagePost, kind: (typeof KINDS)[number]): Promise<void> {
  const field = (name: string) => request.field(name);
  const shared = { scope: field('scope'), validFrom: field('validFrom') };
  const named = {
    code: field('code'),
    title: field('title'),
    titleEn: field('titleEn'),
    article: field('article'),
  };
  switch (kind) {
    case 'account':
      await request.run(setAccountAction, {
        ...shared,
        recipient: field('recipient'),
        edrpou: field('edrpou'),
        iban: field('iban'),
        budgetCode: field('budgetCode') === '' ? null : field('budgetCode'),
      });
      return;
    case 'variant':
      await request.run(setVariantAction, { ...shared, ...named, percent: field('percent') });
      return;
    case 'waiver':
      await request.run(setWaiverAction, { ...shared, ...named, percent: field('percent') });
  }
}
