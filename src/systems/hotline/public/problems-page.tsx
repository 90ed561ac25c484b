import type { z } from 'zod';
import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { listHotlineTopics, listProblems, type Problem } from '../queries/problems.ts';
import { STATES, TICKET } from '../ticket.ts';
import { stateName, topicName } from '../words.ts';
import { ProblemName, ProblemPlace, ProblemState } from './problem-parts.tsx';

type Topics = z.output<(typeof listHotlineTopics)['output']>['topics'];

/** What residents told of, and what became of it: a list, and with a script a map. No words, no people. */
export const problemsPage = definePage({
  path: '/problems',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  async get(request) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('hotline:problems.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t, request.locale), everyLine(request, filters), format, title);
    const after = /^\d{1,6}$/.test(request.query['after'] ?? '') ? Number(request.query['after']) : 0;
    const found = await request.ask(listProblems, { ...askedOf(filters), after, limit: ON_A_PAGE });
    const { topics } = await request.ask(listHotlineTopics, {});
    const body = <Problems filters={filters} topics={topics} {...found} first={after === 0} />;
    return view(title, body, { scripts: ['problem-map'] });
  },
});

/** Cards of a telephone's length. */
const ON_A_PAGE = 20;
const SORTS = ['-received', '-changed', 'received'] as const;

interface Filters {
  readonly words: string;
  readonly topic: string;
  readonly state: (typeof STATES)[number] | undefined;
  readonly sort: (typeof SORTS)[number];
}

function filtersOf({ query }: PageRequest): Filters {
  return {
    words: (query['words'] ?? '').trim().slice(0, 100),
    topic: (query['topic'] ?? '').slice(0, 60),
    state: STATES.find((one) => one === query['state']),
    sort: SORTS.find((one) => one === query['sort']) ?? '-received',
  };
}

function askedOf({ words, topic, state, sort }: Filters) {
  return { words, sort, topics: topic === '' ? [] : [topic], states: state === undefined ? [] : [state] };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<Problem> {
  return everyRow(async (from: From<number>) => {
    const { problems, next } = await request.ask(listProblems, { ...askedOf(filters), ...from, limit: 1000 });
    return { rows: problems, next };
  });
}

function columnsOf(t: Translate, locale: Locale): readonly ListColumn<Problem>[] {
  const title = (name: string) => t(`hotline:columns.${name}`);
  return [
    { title: title('number'), width: 18, value: ({ number }) => number },
    { title: title('received'), width: 14, value: ({ receivedAt }) => kyivDate(receivedAt) },
    {
      title: title('topic'),
      width: 36,
      value: ({ topicName: name, topicNameEn: nameEn }) => topicName({ name, nameEn }, locale),
    },
    { title: title('place'), width: 40, value: ({ address }) => address },
    { title: title('state'), width: 24, value: ({ state }) => stateName(state, locale) },
    { title: title('unit'), width: 30, value: ({ unit }) => unit },
    { title: title('due'), width: 14, value: ({ dueOn }) => dueOn },
    { title: t('hotline:problems.wordsTerm'), width: 40, value: ({ words }) => words },
    { title: t('hotline:problems.joinedTerm'), width: 14, value: ({ joined }) => joined },
    { title: 'lat', width: 12, value: ({ lat }) => lat },
    { title: 'lon', width: 12, value: ({ lon }) => lon },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly topics: Topics;
  readonly problems: readonly Problem[];
  readonly next: number | null;
  readonly first: boolean;
}

function Problems({ filters, topics, problems, next, first }: Props) {
  const { t, locale, url } = usePage();
  return (
    <>
      <h1>{t('hotline:problems.title')}</h1>
      <p class="lead">{t('hotline:problems.lead')}</p>
      <p>
        <LinkButton href="/report-a-problem">{t('hotline:report.title')}</LinkButton>{' '}
        <LinkButton look="plain" href="/problems/track">
          {t('hotline:track.title')}
        </LinkButton>
      </p>
      <FilterBar>
        <TextField
          name="words"
          type="search"
          label={t('hotline:problems.words')}
          value={filters.words}
          width={20}
        />
        <SelectField
          name="topic"
          label={t('hotline:columns.topic')}
          empty={t('hotline:list.any')}
          value={filters.topic}
          options={topics.map((topic) => ({
            value: topic.code,
            label: topicName(topic, locale),
            group: topic.group,
          }))}
        />
        <SelectField
          name="state"
          label={t('hotline:columns.state')}
          empty={t('hotline:list.any')}
          value={filters.state ?? ''}
          options={STATES.map((one) => ({ value: one, label: stateName(one, locale) }))}
        />
        <SelectField
          name="sort"
          label={t('hotline:list.order')}
          value={filters.sort}
          options={SORTS.map((value) => ({ value, label: t(`hotline:problems.sorts.${value}`) }))}
        />
      </FilterBar>
      <section
        id="problem-map"
        class="problem-map"
        hidden
        data-mode="list"
        data-ground="/mobile/community.geojson"
        data-places={changeQuery(url, { after: null }).replace('/problems', '/problems/map.geojson')}
        aria-label={t('hotline:problems.map')}
      />
      <p class="problem-legend">{t('hotline:problems.legend')}</p>
      <ProblemTable problems={problems} />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads>
        <a href={changeQuery(url, { after: null }).replace('/problems', '/problems/map.geojson')}>GeoJSON</a>{' '}
        <a href="/open311/v2/discovery.json">Open311</a>
      </Downloads>
    </>
  );
}

function ProblemTable({ problems }: Pick<Props, 'problems'>) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:problems.title')}
      captionHidden
      rows={problems}
      keyOf={({ id }) => id}
      empty={t('hotline:problems.empty')}
      columns={[
        {
          ...column('topic'),
          heading: true,
          cell: (problem) => (
            <>
              <a href={`/problems/${problem.id}`}>
                <ProblemName {...problem} />
              </a>
              {problem.words === '' ? null : <span class="problem-words">{problem.words}</span>}
            </>
          ),
        },
        { ...column('place'), cell: (problem) => <ProblemPlace {...problem} /> },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => <ProblemState state={state} />,
        },
        { ...column('received'), narrow: true, cell: ({ receivedAt }) => formatDate(receivedAt, locale) },
        { ...column('unit'), cell: ({ unit }) => unit ?? '–' },
        { ...column('number'), narrow: true, cell: ({ number }) => number },
      ]}
    />
  );
}

/** Points of the map as open data, by the filters of the list. */
export const problemsMapPage = definePage({
  path: '/problems/map.geojson',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { number, open } = request.query;
    const asked = {
      ...askedOf(filtersOf(request)),
      ...(open === 'yes' ? { states: STATES.filter((state) => TICKET.open.includes(state)) } : {}),
      ...(number === undefined ? {} : { ids: [number.slice(0, 60)] }),
    };
    const { problems } = await request.ask(listProblems, { ...asked, limit: 1000 });
    return {
      kind: 'download',
      name: 'problems.geojson',
      type: 'application/geo+json; charset=utf-8',
      inline: true,
      bytes: Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: problems.flatMap((one) => featureOf(one, request)),
        }),
      ),
    };
  },
});

function featureOf(problem: Problem, { t, locale, now }: PageRequest) {
  const { id, number, topic, address, state, lat, lon, words } = problem;
  if (lat === null || lon === null) return [];
  const { topicName: name, topicNameEn: nameEn } = problem;
  const properties = {
    kind: problem.isOpen && problem.dueOn !== null && problem.dueOn < kyivDate(now) ? 'late' : state,
    state,
    name: topicName({ name, nameEn }, locale),
    note: [address, words, stateName(state, locale), number].filter(Boolean).join('\n'),
    path: `/problems/${id}`,
    link: t('hotline:problems.more'),
    number,
    topic,
    received: kyivDate(problem.receivedAt),
  };
  return [{ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [lon, lat] } }];
}
