import type { ComponentChildren } from 'preact';
import { changeQuery, usePage } from '../page-context.tsx';
import { LinkButton } from './button.tsx';

interface Props {
  /** Where the sheet is got; the page itself where left out. */
  readonly path?: string;
  /** What else belongs under a list stands beside. */
  readonly children?: ComponentChildren;
}

/** The list as it is filtered now, as a sheet. */
export function Downloads({ path, children }: Props) {
  const { url } = usePage();
  const list = path === undefined ? url : url.replace(/^[^?]*/, path);
  return (
    <p>
      <LinkButton look="quiet" href={changeQuery(list, { format: 'xlsx', after: null })} download>
        XLSX
      </LinkButton>{' '}
      <LinkButton look="quiet" href={changeQuery(list, { format: 'csv', after: null })} download>
        CSV
      </LinkButton>{' '}
      {children}
    </p>
  );
}
