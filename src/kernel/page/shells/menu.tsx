import { type MenuDrawer, type MenuEntry, type MenuLine, usePage } from '../page-context.tsx';

/** The menu of a shell. A drawer is a native disclosure: it opens without JavaScript, and one at a time. */
export function Menu({ class: name, row }: { class: string; row?: string }) {
  const { menu, t } = usePage();
  return (
    <nav class={`menu ${name}`} aria-label={t('page:menu')} data-palette={t('page:palette.title')}>
      <ul class={row}>
        {menu.map((entry) => (
          <li key={entry.label}>{isDrawer(entry) ? <Drawer drawer={entry} /> : <Line line={entry} />}</li>
        ))}
      </ul>
    </nav>
  );
}

function isDrawer(entry: MenuEntry): entry is MenuDrawer {
  return 'lines' in entry;
}

function Line({ line }: { line: MenuLine }) {
  return (
    <a
      href={line.path}
      aria-current={line.current ? 'page' : undefined}
      data-hotkey={line.hotkey}
      aria-keyshortcuts={line.hotkey?.replace('Ctrl', 'Control')}
    >
      {line.label}
      {line.hotkey === undefined ? null : (
        <kbd class="key" aria-hidden="true">
          {line.hotkey.replace('+', ' ')}
        </kbd>
      )}
    </a>
  );
}

function Drawer({ drawer }: { drawer: MenuDrawer }) {
  return (
    <details class={drawer.current ? 'drawer drawer-here' : 'drawer'} name="menu">
      <summary>{drawer.label}</summary>
      <ul>
        {drawer.lines.map((line) => (
          <li key={line.path}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
