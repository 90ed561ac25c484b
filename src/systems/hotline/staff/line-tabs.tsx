import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

const PLACES = [
  { path: '/desk/hotline', key: 'desk' },
  { path: '/desk/hotline/tickets', key: 'tickets' },
  { path: '/desk/hotline/duty', key: 'duty' },
  { path: '/desk/hotline/calls', key: 'calls' },
  { path: '/board/hotline', key: 'board' },
] as const;

/** The rooms of the line; others than operators see only theirs. */
export function LineTabs({ current, callBacks }: { current: string; callBacks?: number }) {
  const { t, actor } = usePage();
  const isOperator = actor.roles.includes('operator');
  const seesLine = isOperator || actor.roles.some((role) => role === 'leader' || role === 'auditor');
  const open = PLACES.filter(({ key }) => {
    if (key === 'desk') return isOperator;
    return key === 'tickets' || key === 'board' || seesLine;
  });
  return (
    <Tabs
      label={t('hotline:tabs.label')}
      tabs={open.map(({ path, key }) => ({
        path,
        label: t(`hotline:tabs.${key}`),
        current: path === current,
        ...(key === 'duty' && callBacks !== undefined && callBacks > 0 ? { count: callBacks } : {}),
      }))}
    />
  );
}
