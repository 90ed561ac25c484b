import { usePage } from '../page-context.tsx';
import { Form } from '../components/form.tsx';
import { Brand } from './brand.tsx';
import { Document, Main, type ShellProps, SkipLink } from './document.tsx';
import { Menu } from './menu.tsx';
import { LanguageSwitch, ReadingSwitches } from './reading-switches.tsx';
import { DemoLine } from './resident-shell.tsx';

const SCRIPTS = ['hotkeys', 'drafts', 'palette', 'scanner'];

/** The staff's desk: dense, all of it by keyboard. */
export function StaffShell({ view, children }: ShellProps) {
  return (
    <Document shell="staff" view={view} scripts={SCRIPTS}>
      <SkipLink />
      <header class="desk-head">
        <Brand href="/desk" />
        <Menu class="desk-menu" />
        <Person />
      </header>
      <DemoLine />
      <Main view={view}>{children}</Main>
      <footer class="desk-foot">
        <ReadingSwitches />
        <LanguageSwitch />
      </footer>
    </Document>
  );
}

function Person() {
  const { actor, t } = usePage();
  if (actor.kind !== 'staff') return null;
  return (
    <div class="desk-person">
      <PaletteButton />
      <span class="desk-name">{actor.name}</span>
      <Form id="sign-out" action="/sign-out" label={t('page:signOut')}>
        <button type="submit" class="button button-quiet">
          {t('page:signOut')}
        </button>
      </Form>
    </div>
  );
}

/** Opens the palette; hidden by CSS where scripts do not run, for it would do nothing there. */
function PaletteButton() {
  const { t } = usePage();
  return (
    <button
      type="button"
      class="button button-plain palette-button"
      hidden
      data-open-palette
      data-placeholder={t('page:palette.placeholder')}
      data-nothing={t('page:palette.nothing')}
      data-failed={t('page:palette.failed')}
      data-close={t('page:palette.close')}
      data-title={t('page:palette.title')}
      aria-keyshortcuts="Control+K"
    >
      {t('page:palette.open')}
      <kbd class="key" aria-hidden="true">
        Ctrl K
      </kbd>
    </button>
  );
}
