import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

/** Pages of the mobile office that this person may open. */
export function MobileTabs({ current }: { current: string }) {
  const { t, actor } = usePage();
  const tabs = [
    { path: '/desk/mobile', label: t('mobile-office:tabs.timetable'), role: 'head' as const },
    { path: '/desk/mobile/arrivals', label: t('mobile-office:tabs.arrivals'), role: null },
    { path: '/desk/van', label: t('mobile-office:tabs.van'), role: 'administrator' as const },
  ];
  return (
    <Tabs
      label={t('mobile-office:title')}
      tabs={tabs
        .filter(({ role }) => role === null || actor.roles.includes(role))
        .map(({ path, label }) => ({ path, label, current: path === current }))}
    />
  );
}
