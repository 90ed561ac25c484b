import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

const TABS = [
  { path: '/desk/fees', label: 'fees:tabs.dues', may: ['administrator', 'head', 'auditor'] },
  { path: '/desk/fees/payments', label: 'fees:tabs.payments', may: ['head', 'auditor'] },
  { path: '/desk/fees/statements', label: 'fees:tabs.statements', may: ['head', 'auditor'] },
  { path: '/desk/fees/rules', label: 'fees:tabs.rules', may: ['head', 'it', 'auditor'] },
] as const;

/** The rooms of the fees that this person may enter. */
export function FeeTabs({ current }: { current: (typeof TABS)[number]['path'] }) {
  const { t, actor } = usePage();
  const open = TABS.filter(({ may }) => may.some((role) => actor.roles.includes(role)));
  if (open.length < 2) return null;
  return (
    <Tabs
      label={t('fees:tabs.title')}
      tabs={open.map(({ path, label }) => ({ path, label: t(label), current: path === current }))}
    />
  );
}
