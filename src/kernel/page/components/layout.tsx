import type { ComponentChildren } from 'preact';

export interface Tile {
  readonly path: string;
  readonly title: string;
  readonly note?: ComponentChildren;
}

/** Things to choose from, as life events: a hairline above each. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul class="tiles">
      {tiles.map((tile) => (
        <li key={tile.path}>
          <a class="tile" href={tile.path}>
            <span class="tile-title">{tile.title}</span>
            {tile.note === undefined ? null : <span class="tile-note">{tile.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The desk in three parts: who waits | this visit | what it needs. */
export function Desk(props: {
  left: ComponentChildren;
  middle: ComponentChildren;
  right: ComponentChildren;
  labels: readonly [string, string, string];
}) {
  const parts = [props.left, props.middle, props.right] as const;
  return (
    <div class="desk">
      {parts.map((part, index) => (
        <section key={index} class="desk-part" aria-label={props.labels[index]}>
          {part}
        </section>
      ))}
    </div>
  );
}
