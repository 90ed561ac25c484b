import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

const TABS = [
  {
    path: '/desk/registers',
    label: 'handover-registers:tabs.book',
    may: ['administrator', 'specialist', 'head', 'auditor'],
  },
  {
    path: '/desk/registers/late',
    label: 'handover-registers:tabs.late',
    may: ['administrator', 'head', 'auditor'],
  },
  {
    path: '/desk/registers/exchange',
    label: 'handover-registers:tabs.exchange',
    may: ['administrator', 'head', 'it', 'auditor'],
  },
] as const;

/** The rooms of hand-over that this person may enter. */
export function RegisterTabs({ current }: { current: (typeof TABS)[number]['path'] }) {
  const { t, actor } = usePage();
  const open = TABS.filter(({ may }) => may.some((role) => actor.roles.includes(role)));
  if (open.length < 2) return null;
  return (
    <Tabs
      label={t('handover-registers:tabs.title')}
      tabs={open.map(({ path, label }) => ({ path, label: t(label), current: path === current }))}
    />
  );
}
