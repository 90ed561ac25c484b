import { type ComponentChildren, h } from 'preact';
import { usePage } from '../../../kernel/page/page-context.tsx';

interface UkrainianProps {
  readonly as?: 'span' | 'p' | 'li' | 'div';
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Words that exist in Ukrainian only: on an English page a screen reader must know it. */
export function Ukrainian({ as = 'span', class: look, children }: UkrainianProps) {
  const { locale } = usePage();
  return h(as, { lang: locale === 'uk' ? undefined : 'uk', class: look }, children);
}
