import type { ComponentChildren } from 'preact';
import { useT } from '../page-context.tsx';

export type Sector = 'registration' | 'social' | 'administrative';

/** The sector never by colour alone: its letter, its word, its colour. */
export function SectorTag({ sector, short }: { sector: Sector; short?: boolean }) {
  const t = useT();
  const name = t(`page:sector.${sector}.name`);
  return (
    <span class="sector" data-sector={sector}>
      <span class="sector-letter" aria-hidden="true">
        {t(`page:sector.${sector}.letter`)}
      </span>
      <span class={short ? 'unseen' : undefined}>{name}</span>
    </span>
  );
}

/** `going` someone works on it; `waiting` it waits; `done` it is finished; `late` the term passed. */
export type Tone = 'plain' | 'going' | 'waiting' | 'done' | 'late';

export function StatusTag({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag tag-${tone}`}>{children}</span>;
}

/** The keys of this screen, written out. */
export function Keys({ keys }: { keys: readonly (readonly [key: string, meaning: string])[] }) {
  return (
    <ul class="keys">
      {keys.map(([key, meaning]) => (
        <li key={key}>
          <kbd class="key">{key.replace('+', ' ')}</kbd> {meaning}
        </li>
      ))}
    </ul>
  );
}
