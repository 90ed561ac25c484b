import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, SearchField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { printAgain } from '../actions/print-again.ts';
import { JOB_STATES, type PrintJobState } from '../printing/print-job.ts';
import { listPrintJobs, type PrintLine } from '../queries/list-print-jobs.ts';
import { DevicesTabs } from './devices-tabs.tsx';

/** What was to be printed and how it ended; what is in doubt is printed again by a person's word only. */
export const papersPage = definePage({
  path: '/desk/devices/papers',
  may: ['it', 'head', 'administrator'],
  shell: 'staff',
  async get(request) {
    const format = request.query['format'];
    const filter = filterOf(request);
    const { jobs } = await request.ask(
      listPrintJobs,
      isListFormat(format) ? { ...filter, limit: 5000 } : filter,
    );
    if (isListFormat(format)) return listDownload(columnsOf(request), jobs, format, 'papers');
    return view(request.t('devices:papers.title'), <Papers request={request} jobs={jobs} />);
  },
  async post(request) {
    await request.run(printAgain, { jobId: request.field('jobId') });
    return redirect('/desk/devices/papers', 'devices:notices.again');
  },
});

function filterOf({ query }: PageRequest) {
  const state = JOB_STATES.find((one) => one === query['state']);
  return { words: query['words'] ?? '', ...(state === undefined ? {} : { state }) };
}

function columnsOf({ t, locale }: PageRequest): readonly ListColumn<PrintLine>[] {
  return [
    { title: t('devices:papers.paper'), value: ({ name }) => name, width: 26 },
    { title: t('devices:columns.kind'), value: ({ what }) => t(`devices:whats.${what}`), width: 14 },
    { title: t('devices:columns.printer'), value: ({ printerName }) => printerName, width: 24 },
    { title: t('devices:columns.state'), value: ({ state }) => t(`devices:jobStates.${state}`), width: 24 },
    {
      title: t('devices:papers.askedAt'),
      value: ({ askedAt }) => formatDateTime(askedAt, locale),
      width: 24,
    },
    { title: t('devices:papers.attempts'), value: ({ attempts }) => attempts },
  ];
}

function toneOf(state: PrintJobState): Tone {
  switch (state) {
    case 'printed':
      return 'done';
    case 'waiting':
    case 'sending':
      return 'going';
    case 'doubtful':
    case 'given-up':
      return 'waiting';
  }
}

function Papers({ request, jobs }: { request: PageRequest; jobs: readonly PrintLine[] }) {
  const { t, locale } = usePage();
  const { words, state } = { state: '', ...filterOf(request) };
  return (
    <>
      <h1>{t('devices:papers.title')}</h1>
      <DevicesTabs current="/desk/devices/papers" />
      <FilterBar
        found={jobs.length}
        clearPath={words === '' && state === '' ? undefined : '/desk/devices/papers'}
      >
        <SearchField label={t('devices:papers.words')} value={words} />
        <SelectField
          name="state"
          label={t('devices:columns.state')}
          value={state}
          empty={t('devices:papers.anyState')}
          options={JOB_STATES.map((one) => ({ value: one, label: t(`devices:jobStates.${one}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={t('devices:papers.title')}
        captionHidden
        rows={jobs}
        keyOf={({ id }) => id}
        empty={t('devices:papers.none')}
        columns={[
          { key: 'name', title: t('devices:papers.paper'), heading: true, cell: ({ name }) => name },
          { key: 'what', title: t('devices:columns.kind'), cell: ({ what }) => t(`devices:whats.${what}`) },
          { key: 'printer', title: t('devices:columns.printer'), cell: ({ printerName }) => printerName },
          {
            key: 'state',
            title: t('devices:columns.state'),
            cell: ({ state: now, trouble }) => (
              <>
                <StatusTag tone={toneOf(now)}>{t(`devices:jobStates.${now}`)}</StatusTag>
                {trouble === null ? null : ` ${t(`devices:troubles.${trouble}`)}`}
              </>
            ),
          },
          {
            key: 'at',
            title: t('devices:papers.askedAt'),
            narrow: true,
            cell: ({ askedAt }) => formatDateTime(askedAt, locale),
          },
          {
            key: 'attempts',
            title: t('devices:papers.attempts'),
            numeric: true,
            cell: ({ attempts }) => attempts,
          },
          {
            key: 'again',
            title: t('devices:papers.again'),
            narrow: true,
            cell: ({ id, canRepeat, name }) =>
              canRepeat ? (
                <Form id={`again-${id}`} inline label={t('devices:papers.againOf', { name })}>
                  <HiddenField name="jobId" value={id} />
                  <Button look="plain">{t('devices:papers.again')}</Button>
                </Form>
              ) : (
                '–'
              ),
          },
        ]}
      />
      <p>
        <LinkButton look="quiet" href="/desk/devices/papers?format=xlsx" download>
          XLSX
        </LinkButton>
        <LinkButton look="quiet" href="/desk/devices/papers?format=csv" download>
          CSV
        </LinkButton>
      </p>
    </>
  );
}
