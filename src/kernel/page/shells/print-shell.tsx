import { usePage } from '../page-context.tsx';
import { formatDateTime } from '../../calendar/kyiv-time.ts';
import { Document, Main, type ShellProps } from './document.tsx';

/** Bare paper: a receipt, a description of documents, a report; printed as it is seen. */
export function PrintShell({ view, children }: ShellProps) {
  const { t, now, locale } = usePage();
  return (
    <Document shell="print" view={view}>
      <header class="paper-head">
        <p>
          {t('page:brand')} · {t('page:city')}
        </p>
      </header>
      <Main view={view} class="paper">
        {children}
      </Main>
      <footer class="paper-foot">
        <p>{t('page:print.moment', { moment: formatDateTime(now, locale) })}</p>
      </footer>
    </Document>
  );
}
