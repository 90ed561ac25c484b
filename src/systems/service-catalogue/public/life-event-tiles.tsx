import { Tiles } from '../../../kernel/page/components/layout.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { LifeEvent } from '../service-store.ts';

/** Life events to choose from, in the person's words. */
export function LifeEventTiles({ lifeEvents }: { lifeEvents: readonly LifeEvent[] }) {
  const { locale } = usePage();
  return (
    <Tiles
      tiles={lifeEvents.map((event) => ({
        path: `/life-events/${event.code}`,
        title: locale === 'uk' ? event.title : event.titleEn,
        note: locale === 'uk' ? event.hint : event.hintEn,
      }))}
    />
  );
}
