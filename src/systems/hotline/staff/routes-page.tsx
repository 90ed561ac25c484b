import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { addRoute, endRoute } from '../actions/routes.ts';
import { type Choices, listChoices } from '../queries/list-choices.ts';
import { listRoutes, ROUTE_ORDERS, ROUTE_READERS, ROUTE_STATES, type RouteLine } from '../queries/routes.ts';
import { ROUTE_KEEPERS } from '../route-store.ts';
import { topicName } from '../words.ts';
import { TopicField } from './announce-form.tsx';
import { LineTabs } from './line-tabs.tsx';

interface Filters {
  readonly words: string;
  readonly topic?: string;
  readonly state?: (typeof ROUTE_STATES)[number];
  readonly order: (typeof ROUTE_ORDERS)[number];
}

const HERE = '/desk/hotline/routes';
const TONES: Readonly<Record<RouteLine['state'], Tone>> = {
  'in-force': 'done',
  ahead: 'waiting',
  over: 'plain',
};

/** Topic × place → body, as data with days from and to. */
export const routesPage = definePage({
  path: HERE,
  may: ROUTE_READERS,
  shell: 'staff',
  async get(request, form) {
    const filters = filtersOf(request);
    const { format } = request.query;
    const title = request.t('hotline:routes.title');
    if (isListFormat(format))
      return listDownload(columnsOf(request.t), everyLine(request, filters), format, title);
    const after = /^\d{1,6}$/.test(request.query['after'] ?? '') ? Number(request.query['after']) : 0;
    const found = await request.ask(listRoutes, { ...filters, after });
    const choices = await request.ask(listChoices, {});
    return view(title, <RouteList {...{ filters, choices, form }} {...found} first={after === 0} />);
  },
  post: doRouteDeed,
});

async function doRouteDeed(request: PagePost): Promise<Answer> {
  if (request.field('deed') === 'end-route') {
    await request.run(endRoute, { routeId: request.field('routeId'), on: request.field('on') });
    return redirect(HERE, 'hotline:notices.end-route');
  }
  await request.run(addRoute, {
    topic: request.field('topic'),
    district: request.field('district'),
    unitCode: request.field('unitCode'),
    from: request.field('from'),
  });
  return redirect(HERE, 'hotline:notices.add-route');
}

function filtersOf({ query }: PageRequest): Filters {
  const state = ROUTE_STATES.find((one) => one === query['state']);
  const topic = (query['topic'] ?? '').slice(0, 60);
  return {
    words: (query['words'] ?? '').trim().slice(0, 100),
    order: ROUTE_ORDERS.find((one) => one === query['order']) ?? 'topic',
    ...(topic === '' ? {} : { topic }),
    ...(state === undefined ? {} : { state }),
  };
}

function everyLine(request: PageRequest, filters: Filters): AsyncGenerator<RouteLine> {
  return everyRow(async (from: From<number>) => {
    const { routes, next } = await request.ask(listRoutes, { ...filters, ...from, limit: 500 });
    return { rows: routes, next };
  });
}

/** The titles are those of the import: what was downloaded may be mended and brought back. */
function columnsOf(t: Translate): readonly ListColumn<RouteLine>[] {
  const title = (name: string) => t(`hotline:routes.sheet.${name}`);
  return [
    { title: title('topic'), width: 34, value: ({ topicName: name }) => name },
    { title: title('district'), width: 20, value: ({ districtName }) => districtName ?? '' },
    { title: title('unit'), width: 34, value: ({ unit, unitCode }) => unit ?? unitCode },
    { title: title('from'), width: 14, value: ({ validFrom }) => validFrom },
    { title: t('hotline:columns.validTo'), width: 14, value: ({ validTo }) => validTo },
    { title: t('hotline:columns.state'), width: 16, value: ({ state }) => t(`hotline:routeStates.${state}`) },
  ];
}

interface Props {
  readonly filters: Filters;
  readonly choices: Choices;
  readonly form: FormState | undefined;
  readonly routes: readonly RouteLine[];
  readonly next: number | null;
  readonly first: boolean;
}

function RouteList(props: Props) {
  const { next, first } = props;
  const { t, actor } = usePage();
  const keeps = ROUTE_KEEPERS.some((role) => actor.roles.includes(role));
  return (
    <>
      <h1>{t('hotline:routes.title')}</h1>
      <LineTabs current={HERE} />
      <p>{t('hotline:routes.lead')}</p>
      {keeps ? <NewRoute {...props} /> : null}
      <RouteFilters {...props} />
      <RouteTable {...props} keeps={keeps} />
      <Pagination first={first} next={next === null ? undefined : String(next)} />
      <Downloads>
        {keeps ? (
          <LinkButton look="quiet" href={`${HERE}/import`}>
            {t('hotline:routes.import')}
          </LinkButton>
        ) : null}
      </Downloads>
    </>
  );
}

function NewRoute({ choices, form }: Props) {
  const { t, now } = usePage();
  const state = form?.values['deed'] === 'add-route' ? form : undefined;
  const options = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <details open={state !== undefined}>
      <summary>{t('hotline:deeds.add-route')}</summary>
      <Form id="add-route" state={state} label={t('hotline:deeds.add-route')}>
        <HiddenField name="deed" value="add-route" />
        <TopicField topics={choices.topics} />
        <SelectField
          name="district"
          label={t('hotline:fields.district')}
          empty={t('hotline:fields.wholeCity')}
          options={options(choices.districts)}
        />
        <SelectField name="unitCode" label={t('hotline:columns.unit')} options={options(choices.units)} />
        <TextField
          name="from"
          type="date"
          label={t('hotline:fields.validFrom')}
          value={kyivDate(now)}
          width={20}
        />
        <Button>{t('hotline:deeds.add-route')}</Button>
      </Form>
    </details>
  );
}

function RouteFilters({ filters, choices }: Props) {
  const { t, locale } = usePage();
  return (
    <FilterBar>
      <TextField
        name="words"
        type="search"
        label={t('hotline:routes.words')}
        value={filters.words}
        width={20}
        hotkey="F3"
      />
      <SelectField
        name="topic"
        label={t('hotline:fields.topic')}
        empty={t('hotline:list.any')}
        value={filters.topic ?? ''}
        options={choices.topics.map((topic) => ({
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
        options={ROUTE_STATES.map((value) => ({ value, label: t(`hotline:routeStates.${value}`) }))}
      />
      <SelectField
        name="order"
        label={t('hotline:list.order')}
        value={filters.order}
        options={ROUTE_ORDERS.map((value) => ({ value, label: t(`hotline:routes.orders.${value}`) }))}
      />
    </FilterBar>
  );
}

function RouteTable({ routes, form, keeps }: Props & { keeps: boolean }) {
  const { t, locale } = usePage();
  const column = (key: string) => ({ key, title: t(`hotline:columns.${key}`) });
  return (
    <DataTable
      caption={t('hotline:routes.title')}
      captionHidden
      rows={routes}
      keyOf={({ id }) => id}
      empty={t('hotline:routes.empty')}
      columns={[
        {
          ...column('topic'),
          heading: true,
          cell: (line) => topicName({ name: line.topicName, nameEn: line.topicNameEn }, locale),
        },
        {
          ...column('eventPlace'),
          cell: ({ districtName }) => districtName ?? t('hotline:fields.wholeCity'),
        },
        { ...column('unit'), cell: ({ unit, unitCode }) => unit ?? t('hotline:routes.noUnit', { unitCode }) },
        { ...column('validFrom'), narrow: true, cell: ({ validFrom }) => formatDate(validFrom, locale) },
        {
          ...column('validTo'),
          narrow: true,
          cell: ({ validTo }) => (validTo === null ? '–' : formatDate(validTo, locale)),
        },
        {
          ...column('state'),
          narrow: true,
          cell: ({ state }) => <StatusTag tone={TONES[state]}>{t(`hotline:routeStates.${state}`)}</StatusTag>,
        },
        {
          key: 'deed',
          title: t('hotline:ticket.todo'),
          cell: (line) => (keeps && line.validTo === null ? <EndRoute line={line} form={form} /> : '–'),
        },
      ]}
    />
  );
}

function EndRoute({ line, form }: { line: RouteLine; form: FormState | undefined }) {
  const { t, now, locale } = usePage();
  const state = form?.values['routeId'] === line.id ? form : undefined;
  const name = topicName({ name: line.topicName, nameEn: line.topicNameEn }, locale);
  const title = `${t('hotline:deeds.end-route')}: ${name}, ${line.districtName ?? t('hotline:fields.wholeCity')}`;
  return (
    <details open={state !== undefined}>
      <summary aria-label={title}>{t('hotline:deeds.end-route')}</summary>
      <Form id={`end-${line.id}`} state={state} label={title}>
        <HiddenField name="deed" value="end-route" />
        <HiddenField name="routeId" value={line.id} />
        <TextField
          name="on"
          type="date"
          label={t('hotline:fields.notFrom')}
          value={kyivDate(now)}
          width={10}
        />
        <Button look="plain" label={title}>
          {t('hotline:deeds.end-route')}
        </Button>
      </Form>
    </details>
  );
}
