import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

const PLACES = [
  { path: '/desk/hotline', key: 'desk' },
  { path: '/desk/hotline/tickets', key: 'tickets' },
  { path: '/desk/hotline/events', key: 'events' },
  { path: '/desk/hotline/publishing', key: 'publishing' },
  { path: '/desk/hotline/duty', key: 'duty' },
  { path: '/desk/hotline/calls', key: 'calls' },
  { path: '/desk/hotline/routes', key: 'routes' },
  { path: '/hotline/report', key: 'report' },
  { path: '/board/hotline', key: 'board' },
] as const;

/** The rooms of the line; others than operators see only theirs. */
export function LineTabs({ current, callBacks }: { current: string; callBacks?: number }) {
  const { t, actor } = usePage();
  const isOperator = actor.roles.includes('operator');
  const seesLine = isOperator || actor.roles.some((role) => role === 'leader' || role === 'auditor');
  const open = PLACES.filter(({ key }) => {
    if (key === 'desk') return isOperator;
    if (key === 'publishing') return isOperator || actor.roles.includes('specialist');
    return key === 'tickets' || key === 'report' || key === 'board' || seesLine;
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
