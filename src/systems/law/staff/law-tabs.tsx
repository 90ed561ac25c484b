import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';

const ROOMS = [
  ['/desk/law', 'overview'],
  ['/desk/law/terms', 'terms'],
  ['/desk/law/calendar', 'calendar'],
  ['/desk/law/reception', 'reception'],
] as const;

/** The four rooms of the law. */
export function LawTabs({ current }: { current: (typeof ROOMS)[number][1] }) {
  const { t } = usePage();
  return (
    <Tabs
      label={t('law:menu')}
      tabs={ROOMS.map(([path, name]) => ({ path, label: t(`law:${name}.tab`), current: name === current }))}
    />
  );
}

/** Several deeds share a page: a refusal belongs to the form that was sent. */
export function stateOf(form: FormState | undefined, deed: string): FormState | undefined {
  return form?.values['deed'] === deed ? form : undefined;
}
