import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { useT } from '../../../kernel/page/page-context.tsx';

const PATHS = ['/desk/devices', '/desk/devices/printers', '/desk/devices/papers'] as const;

export function DevicesTabs({ current }: { current: (typeof PATHS)[number] }) {
  const t = useT();
  const words = {
    '/desk/devices': 'devices',
    '/desk/devices/printers': 'printers',
    '/desk/devices/papers': 'papers',
  };
  return (
    <Tabs
      label={t('devices:menu')}
      tabs={PATHS.map((path) => ({
        path,
        label: t(`devices:tabs.${words[path]}`),
        current: path === current,
      }))}
    />
  );
}
