import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import type { PageRequest } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { freePlaces } from '../queries/free-places.ts';
import { timetable } from '../queries/timetable.ts';

export type Place = z.output<(typeof freePlaces)['output']>['places'][number];
export interface LeaderPlaces {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly places: readonly Place[];
}

export interface Choice {
  readonly leaders: readonly LeaderPlaces[];
  /** What the address names, where it is free. */
  readonly chosen: { readonly leader: LeaderPlaces; readonly place: Place } | null;
  /** The address named a place that is not free any more. */
  readonly gone: boolean;
}

/** Reads `?leader=…&at=…` against what is free now. */
export async function readChoice(request: PageRequest): Promise<Choice> {
  const [{ leaders }, { places }] = [await request.ask(timetable, {}), await request.ask(freePlaces, {})];
  const all = leaders.map(({ id, name, position }) => ({
    id,
    name,
    position,
    places: places.filter(({ leaderId }) => leaderId === id),
  }));
  const { leader: asked, at } = request.query;
  const leader = all.find(({ id }) => id === asked);
  const place = leader?.places.find(({ startsAt }) => startsAt === at);
  const chosen = leader === undefined || place === undefined ? null : { leader, place };
  return { leaders: all, chosen, gone: at !== undefined && chosen === null };
}

/** Most days that one looks through at once. */
const DAYS_SHOWN = 6;

interface ListProps {
  readonly leaders: readonly LeaderPlaces[];
  readonly path: string;
  /** What else the address of a place tells: whose booking is moved. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Free places of every leader, day by day; each is a link, so no script is needed. */
export function PlaceList({ leaders, path, more = {} }: ListProps) {
  const { t } = usePage();
  return (
    <>
      {leaders.map((leader) => (
        <section class="reception-leader" key={leader.id} aria-labelledby={`leader-${leader.id}`}>
          <h2 id={`leader-${leader.id}`}>{leader.name}</h2>
          <p>{leader.position}</p>
          {leader.places.length === 0 ? <EmptyState>{t('reception:book.none')}</EmptyState> : null}
          {daysOf(leader.places).map(([day, places]) => (
            <DayPlaces key={day} day={day} places={places} leader={leader} path={path} more={more} />
          ))}
        </section>
      ))}
    </>
  );
}

interface DayProps {
  readonly day: string;
  readonly places: readonly Place[];
  readonly leader: LeaderPlaces;
  readonly path: string;
  readonly more: Readonly<Record<string, string>>;
}

function DayPlaces({ day, places, leader, path, more }: DayProps) {
  const { locale } = usePage();
  const named = `${formatDate(day, locale)}, ${formatWeekday(day, locale)}`;
  return (
    <>
      <h3>{named}</h3>
      <ul class="reception-places">
        {places.map(({ startsAt }) => (
          <li key={startsAt}>
            <a
              class="button button-plain"
              href={`${path}?${new URLSearchParams({ ...more, leader: leader.id, at: startsAt }).toString()}`}
              aria-label={`${formatTime(new Date(startsAt))}, ${named}, ${leader.name}`}
            >
              {formatTime(new Date(startsAt))}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function daysOf(places: readonly Place[]): readonly (readonly [string, readonly Place[]])[] {
  const days = [...new Set(places.map(({ startsAt }) => kyivDate(new Date(startsAt))))].slice(0, DAYS_SHOWN);
  return days.map((day) => [day, places.filter(({ startsAt }) => kyivDate(new Date(startsAt)) === day)]);
}
