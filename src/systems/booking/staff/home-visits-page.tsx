import { formatDate, formatDateTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField } from '../../../kernel/page/components/text-field.tsx';
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
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { everyRow, type From } from '../../../kernel/registers/every-row.ts';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import { confirmHomeVisit } from '../actions/confirm-home-visit.ts';
import { endHomeVisit } from '../actions/end-home-visit.ts';
import { planHomeVisit } from '../actions/plan-home-visit.ts';
import { setCrewCapacity } from '../actions/set-crew-capacity.ts';
import { HOME_STATES } from '../home/home-visit.ts';
import { type ListedHomeVisit, listHomeVisits } from '../queries/list-home-visits.ts';
import { CrewForm, type Days, HomeVisitDeeds } from './home-visit-deeds.tsx';

const PATH = '/desk/home-visits';

/** Who cannot come: the head or an administrator chooses the crew's day, calls, and writes down how it ended. */
export const homeVisitsPage = definePage({
  path: PATH,
  may: ['administrator', 'head'],
  shell: 'staff',
  async get(request, form) {
    const title = request.t('booking:home.desk');
    const filters = filtersOf(request);
    const { format, after } = request.query;
    if (isListFormat(format))
      return listDownload(columnsOf(request.t), everyVisit(request, filters), format, title);
    const found = await request.ask(listHomeVisits, { ...filters, ...present({ after }) });
    return view(title, <HomeVisits {...found} filters={filters} first={after === undefined} form={form} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const homeVisitId = request.field('homeVisitId');
  const deed = request.field('deed');
  switch (deed) {
    case 'plan':
      await request.run(planHomeVisit, {
        homeVisitId,
        day: request.field('day'),
        from: request.field('from'),
        to: request.field('to'),
      });
      return redirect(PATH, 'booking:home.planned');
    case 'confirm':
      await request.run(confirmHomeVisit, { code: request.field('code') });
      return redirect(PATH, 'booking:home.confirmed');
    case 'crew':
      await request.run(setCrewCapacity, {
        weekday: request.field('weekday'),
        visits: request.field('visits'),
        validFrom: request.field('validFrom'),
      });
      return redirect(PATH, 'booking:home.crewSet');
    default: {
      const verb = deed === 'finish' || deed === 'fail' ? deed : 'decline';
      await request.run(endHomeVisit, { homeVisitId, verb, answer: request.field('answer') });
      return redirect(PATH, 'booking:home.ended');
    }
  }
}

interface Filters {
  readonly state: (typeof HOME_STATES)[number] | 'open';
  readonly words: string;
}

function filtersOf({ query }: PageRequest): Filters {
  return {
    state: HOME_STATES.find((one) => one === query['state']) ?? 'open',
    words: wordsOf(query['words'], 100) ?? '',
  };
}

function everyVisit(request: PageRequest, filters: Filters): AsyncGenerator<ListedHomeVisit> {
  return everyRow(async (from: From<string>) => {
    const { visits, next } = await request.ask(listHomeVisits, { ...filters, ...from, limit: 500 });
    return { rows: visits, next };
  });
}

function columnsOf(t: Translate): readonly ListColumn<ListedHomeVisit>[] {
  const title = (name: string) => t(`booking:home.columns.${name}`);
  return [
    { title: title('requested'), width: 12, value: ({ requestedAt }) => requestedAt.slice(0, 10) },
    { title: title('state'), width: 16, value: ({ state }) => t(`booking:home.stateName.${state}`) },
    { title: title('day'), width: 12, value: ({ day }) => day },
    { title: title('from'), width: 8, value: ({ from }) => from },
    { title: title('to'), width: 8, value: ({ to }) => to },
    { title: title('name'), width: 28, value: ({ name }) => name },
    { title: title('address'), width: 40, value: ({ address }) => address },
    { title: title('phone'), width: 16, value: ({ phone }) => phone },
    { title: title('reason'), width: 40, value: ({ reason }) => reason },
    {
      title: title('service'),
      width: 50,
      value: ({ services }) => services.map(({ name }) => name).join('; '),
    },
  ];
}

interface Props {
  readonly visits: readonly ListedHomeVisit[];
  readonly next: string | null;
  readonly days: Days;
  readonly filters: Filters;
  readonly first: boolean;
  readonly form: FormState | undefined;
}

function HomeVisits({ visits, next, days, filters, first, form }: Props) {
  const { t, locale, actor } = usePage();
  return (
    <>
      <h1>{t('booking:home.desk')}</h1>
      <FilterBar>
        <SelectField
          name="state"
          label={t('booking:home.columns.state')}
          value={filters.state}
          options={['open', ...HOME_STATES].map((state) => ({
            value: state,
            label: t(`booking:home.stateName.${state}`),
          }))}
        />
        <SearchField label={t('booking:home.words')} value={filters.words} />
      </FilterBar>
      <DataTable
        caption={t('booking:home.caption')}
        rows={visits}
        keyOf={({ id }) => id}
        empty={t('booking:home.empty')}
        columns={[
          {
            key: 'who',
            title: t('booking:home.columns.name'),
            heading: true,
            cell: (one) => (
              <>
                {one.name ?? '–'} <br />
                <small>
                  {one.phone} · {formatDateTime(new Date(one.requestedAt), locale)}
                </small>
              </>
            ),
          },
          { key: 'address', title: t('booking:home.columns.address'), cell: ({ address }) => address ?? '–' },
          {
            key: 'why',
            title: t('booking:home.columns.reason'),
            cell: (one) => (
              <>
                {one.reason ?? '–'} <br />
                <small>
                  {one.services.map(({ name, nameEn }) => (locale === 'uk' ? name : nameEn)).join('; ')}
                </small>
              </>
            ),
          },
          {
            key: 'state',
            title: t('booking:home.columns.state'),
            cell: (one) => (
              <>
                <StatusTag tone={one.state === 'requested' ? 'waiting' : 'going'}>
                  {t(`booking:home.stateName.${one.state}`)}
                </StatusTag>
                {one.day === null ? null : (
                  <>
                    <br />
                    <small>
                      {formatDate(one.day, locale)}, {formatWeekday(one.day, locale)}, {one.from}–{one.to}
                    </small>
                  </>
                )}
              </>
            ),
          },
          {
            key: 'deeds',
            title: t('booking:home.columns.deeds'),
            cell: (one) => <HomeVisitDeeds visit={one} days={days} form={form} />,
          },
        ]}
      />
      <Pagination first={first} next={next ?? undefined} />
      <Downloads>
        <LinkButton look="quiet" href="/home-visits">
          {t('booking:home.byTelephone')}
        </LinkButton>
      </Downloads>
      {actor.roles.includes('head') ? <CrewForm form={form} /> : null}
    </>
  );
}
