import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

const PAGES = ['', 'letters', 'looks', 'details', 'attach'] as const;

/** The rooms of the cabinet. */
export function CabinetTabs() {
  const { t, url } = usePage();
  const here = url.split('?')[0] ?? '';
  return (
    <Tabs
      label={t('cabinet:tabs.label')}
      tabs={PAGES.map((page) => {
        const path = page === '' ? '/cabinet' : `/cabinet/${page}`;
        return { path, label: t(`cabinet:tabs.${page || 'home'}`), current: here === path };
      })}
    />
  );
}
