import type { ComponentChildren } from 'preact';
import { changeQuery, usePage } from '../page-context.tsx';
import { LinkButton } from './button.tsx';

/** The list as it is filtered now, as a sheet; what else belongs under a list stands beside. */
export function Downloads({ children }: { children?: ComponentChildren }) {
  const { url } = usePage();
  return (
    <p>
      <LinkButton look="quiet" href={changeQuery(url, { format: 'xlsx', after: null })} download>
        XLSX
      </LinkButton>{' '}
      <LinkButton look="quiet" href={changeQuery(url, { format: 'csv', after: null })} download>
        CSV
      </LinkButton>{' '}
      {children}
    </p>
  );
}
