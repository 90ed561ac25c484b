import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { settleArrival } from '../actions/settle-arrival.ts';
import { ARRIVAL_STATES } from '../arrival-store.ts';
import { type ArrivalView, listArrivals } from '../queries/list-arrivals.ts';
import { MobileTabs } from './mobile-tabs.tsx';

const HERE = '/desk/mobile/arrivals';

/** Every number that a van gave, and what became of it; conflicts are settled here by a person. */
export const arrivalsPage = definePage({
  path: HERE,
  may: ['administrator', 'head'],
  shell: 'staff',
  async get(request) {
    const state = ARRIVAL_STATES.find((one) => one === request.query['state']);
    const format = request.query['format'];
    const limit = isListFormat(format) ? { limit: 5000 } : {};
    const { arrivals } = await request.ask(listArrivals, {
      ...(state === undefined ? {} : { state }),
      ...limit,
    });
    if (isListFormat(format)) return listDownload(columnsOf(request), arrivals, format, 'van');
    return view(request.t('mobile-office:arrivals.title'), <Arrivals arrivals={arrivals} state={state} />);
  },
  async post(request) {
    const serviceCode = request.field('serviceCode');
    await request.run(settleArrival, {
      key: request.field('key'),
      decision: request.field('decision') === 'void' ? 'void' : 'again',
      ...(serviceCode === '' ? {} : { serviceCode }),
      note: request.field('note'),
    });
    return redirect(HERE, 'mobile-office:notices.settled');
  },
});

function columnsOf({ t, locale }: PageRequest): readonly ListColumn<ArrivalView>[] {
  return [
    { title: t('mobile-office:arrivals.number'), value: ({ number }) => number, width: 26 },
    {
      title: t('mobile-office:arrivals.state'),
      value: ({ state }) => t(`mobile-office:states.${state}`),
      width: 20,
    },
    {
      title: t('mobile-office:arrivals.occurredAt'),
      value: ({ occurredAt }) => formatDateTime(occurredAt, locale),
      width: 26,
    },
    {
      title: t('mobile-office:arrivals.arrivedAt'),
      value: ({ arrivedAt }) => formatDateTime(arrivedAt, locale),
      width: 26,
    },
    { title: t('mobile-office:arrivals.clerk'), value: ({ clerk }) => clerk, width: 30 },
    { title: t('mobile-office:arrivals.note'), value: ({ settleNote }) => settleNote, width: 30 },
  ];
}

interface Props {
  readonly arrivals: readonly ArrivalView[];
  readonly state: string | undefined;
}

function Arrivals({ arrivals, state }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('mobile-office:arrivals.title')}</h1>
      <MobileTabs current={HERE} />
      <p>{t('mobile-office:arrivals.lead')}</p>
      <Tabs
        label={t('mobile-office:arrivals.state')}
        tabs={[
          { path: HERE, label: t('mobile-office:arrivals.all'), current: state === undefined },
          ...ARRIVAL_STATES.map((one) => ({
            path: `${HERE}?state=${one}`,
            label: t(`mobile-office:states.${one}`),
            current: one === state,
          })),
        ]}
      />
      <DataTable
        caption={t('mobile-office:arrivals.title')}
        captionHidden
        rows={arrivals}
        keyOf={({ key }) => key}
        empty={t('mobile-office:arrivals.none')}
        columns={[
          {
            key: 'number',
            title: t('mobile-office:arrivals.number'),
            heading: true,
            cell: ({ number, caseId }) =>
              caseId === null ? number : <a href={`/desk/applications/${caseId}`}>{number}</a>,
          },
          {
            key: 'at',
            title: t('mobile-office:arrivals.occurredAt'),
            narrow: true,
            cell: ({ occurredAt }) => formatDateTime(occurredAt, locale),
          },
          { key: 'clerk', title: t('mobile-office:arrivals.clerk'), cell: ({ clerk }) => clerk },
          {
            key: 'state',
            title: t('mobile-office:arrivals.state'),
            cell: (row) => <StateCell row={row} />,
          },
        ]}
      />
      <p>
        <LinkButton look="quiet" href={`${HERE}?format=xlsx`} download>
          XLSX
        </LinkButton>
        <LinkButton look="quiet" href={`${HERE}?format=csv`} download>
          CSV
        </LinkButton>
      </p>
    </>
  );
}

function StateCell({ row }: { row: ArrivalView }) {
  const { t } = usePage();
  const tag = (
    <StatusTag tone={row.state === 'conflict' ? 'waiting' : row.state === 'registered' ? 'done' : 'plain'}>
      {t(`mobile-office:states.${row.state}`)}
    </StatusTag>
  );
  if (row.state !== 'conflict' || row.problem === null) {
    return (
      <>
        {tag} {row.settleNote}
      </>
    );
  }
  return (
    <>
      {tag} {t(row.problem, row.problemValues ?? {})}
      <p>
        {row.applicant} · {row.serviceCode}
      </p>
      <Form
        id={`settle-${row.key}`}
        action={HERE}
        label={t('mobile-office:arrivals.settle', { number: row.number })}
      >
        <HiddenField name="key" value={row.key} />
        <TextField
          name="serviceCode"
          label={t('mobile-office:arrivals.otherService')}
          value={row.serviceCode ?? ''}
          width={10}
        />
        <TextField name="note" label={t('mobile-office:arrivals.note')} width={20} />
        <Button name="decision" value="again" look="plain">
          {t('mobile-office:arrivals.again')}
        </Button>
        <Button name="decision" value="void" look="quiet">
          {t('mobile-office:arrivals.void')}
        </Button>
      </Form>
    </>
  );
}
