import { usePage } from '../page-context.tsx';

/** The house's sign: a pane set before a pane, and light through both. */
export function Brand({ href = '/' }: { href?: string }) {
  const { t } = usePage();
  return (
    <a class="brand" href={href}>
      <svg class="brand-sign" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
        <rect class="brand-back" x="9" y="1" width="18" height="18" />
        <rect class="brand-front" x="1" y="9" width="18" height="18" />
        <rect class="brand-light" x="9" y="9" width="10" height="10" />
      </svg>
      <span class="brand-name">
        {t('page:brand')} <span class="brand-city">· {t('page:city')}</span>
      </span>
    </a>
  );
}
