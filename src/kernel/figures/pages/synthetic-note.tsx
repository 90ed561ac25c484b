import { useT } from '../../page/page-context.tsx';
import type { Cell } from '../read-figure.ts';

/** Says that a replay had to invent something of what is counted. */
export function SyntheticNote({ synthetic }: { synthetic: Cell['synthetic'] }) {
  const t = useT();
  if (synthetic === 'none') return null;
  return (
    <>
      {' '}
      <SyntheticTag /> {t(`figures:synthetic.${synthetic}`)}
    </>
  );
}

export function SyntheticTag() {
  return <span class="tag">{useT()('figures:synthetic.label')}</span>;
}
