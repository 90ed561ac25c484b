import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { makeRegister } from '../actions/make-register.ts';
import { findRegister } from '../queries/find-register.ts';
import { listRegistersQuery } from '../queries/list-registers.ts';
import { listWaiting } from '../queries/list-waiting.ts';
import { type Direction, DIRECTIONS, registerNumber, STATES, TONES } from '../register.ts';
import type { Register } from '../register-store.ts';
import { everyRegister, type Filters, filtersOf, registerColumns } from './register-list.ts';
import { RegisterTabs } from './register-tabs.tsx';
import { ScanField } from './scan-field.tsx';

const PAGE = 50;

/** What waits, body by body, and the book of registers; a scan opens the one it belongs to. */
export const registersPage = definePage({
  path: '/desk/registers',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const filters = filtersOf(request);
    const title = request.t('handover-registers:list.title');
    const { format } = request.query;
    if (isListFormat(format)) {
      return listDownload(registerColumns(request.t), everyRegister(request, filters), format, title);
    }
    const ways = [];
    for (const direction of DIRECTIONS) {
      ways.push({ direction, bodies: (await request.ask(listWaiting, { direction })).bodies });
    }
    const found = await request.ask(listRegistersQuery, { ...filters, limit: PAGE });
    return view(title, <Registers ways={ways} filters={filters} form={form} {...found} />);
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  if (request.field('deed') === 'scan') {
    const { registerId } = await request.ask(findRegister, { code: request.field('code') });
    return redirect(`/desk/registers/${registerId}`);
  }
  const direction = DIRECTIONS.find((one) => one === request.field('direction')) ?? 'out';
  const { registerId } = await request.run(makeRegister, { direction, unitCode: request.field('unitCode') });
  return redirect(`/desk/registers/${registerId}`, 'handover-registers:notices.made');
}

interface Way {
  readonly direction: Direction;
  readonly bodies: Awaited<ReturnType<typeof listWaiting.run>>['bodies'];
}

interface Props {
  readonly ways: readonly Way[];
  readonly filters: Filters;
  readonly registers: readonly Register[];
  readonly found: number;
  readonly form: FormState | undefined;
}

function Registers({ ways, filters, registers, found, form }: Props) {
  const { t, now } = usePage();
  const { offset } = filters;
  const today = kyivDate(now);
  return (
    <>
      <h1>{t('handover-registers:list.title')}</h1>
      <RegisterTabs current="/desk/registers" />
      <ScanField
        label={t('handover-registers:scan.find')}
        hint={t('handover-registers:scan.findHint')}
        form={form}
      />
      {ways.map((way) => (
        <Waiting key={way.direction} way={way} />
      ))}
      <h2>{t('handover-registers:list.book')}</h2>
      <RegisterFilters filters={filters} found={found} />
      <RegisterTable registers={registers} filters={filters} />
      <Pagination
        first={offset === 0}
        next={offset + registers.length < found ? `${offset + registers.length}` : undefined}
      />
      <Downloads>
        <a href={`/figures/handover-registers.in-time?from=${addDays(today, -90)}&to=${today}`}>
          {t('handover-registers:list.figure')}
        </a>
      </Downloads>
    </>
  );
}

function Waiting({ way: { direction, bodies } }: { way: Way }) {
  const { t, actor } = usePage();
  if (bodies.length === 0) return null;
  const mayMake =
    actor.roles.includes('administrator') || (actor.roles.includes('specialist') && direction === 'back');
  return (
    <DataTable
      caption={t(`handover-registers:waiting.${direction}`)}
      rows={bodies}
      keyOf={({ code }) => code}
      columns={[
        { key: 'body', title: t('handover-registers:columns.body'), heading: true, cell: ({ name }) => name },
        {
          key: 'cases',
          title: t('handover-registers:columns.packages'),
          numeric: true,
          cell: ({ cases }) => cases,
        },
        ...(direction === 'out'
          ? [
              {
                key: 'due',
                title: t('handover-registers:columns.due'),
                narrow: true,
                cell: ({ dueOn }: Way['bodies'][number]) =>
                  dueOn === null ? '–' : <DueBadge dueOn={dueOn} />,
              },
              {
                key: 'late',
                title: t('handover-registers:columns.late'),
                numeric: true,
                cell: ({ late }: Way['bodies'][number]) => late,
              },
            ]
          : []),
        {
          key: 'deed',
          title: t('handover-registers:columns.deed'),
          narrow: true,
          cell: ({ code, name, way }) =>
            way === 'api' ? (
              t('handover-registers:ways.api')
            ) : mayMake ? (
              <MakeForm direction={direction} code={code} name={name} />
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}

function MakeForm({ direction, code, name }: { direction: Direction; code: string; name: string }) {
  const { t } = usePage();
  return (
    <Form
      id={`make-${direction}-${code}`}
      inline
      label={t('handover-registers:waiting.makeFor', { body: name })}
    >
      <HiddenField name="direction" value={direction} />
      <HiddenField name="unitCode" value={code} />
      <Button look="plain" label={t('handover-registers:waiting.makeFor', { body: name })}>
        {t('handover-registers:waiting.make')}
      </Button>
    </Form>
  );
}

function RegisterFilters({ filters, found }: Pick<Props, 'filters' | 'found'>) {
  const { t, url } = usePage();
  return (
    <FilterBar found={found} clearPath={url.includes('?') ? '/desk/registers' : undefined}>
      <SearchField label={t('handover-registers:list.words')} value={filters.words} />
      <SelectField
        name="direction"
        label={t('handover-registers:columns.direction')}
        empty={t('handover-registers:list.any')}
        value={filters.direction ?? ''}
        options={DIRECTIONS.map((one) => ({ value: one, label: t(`handover-registers:directions.${one}`) }))}
      />
      <SelectField
        name="state"
        label={t('handover-registers:columns.state')}
        empty={t('handover-registers:list.any')}
        value={filters.state ?? ''}
        options={STATES.map((one) => ({ value: one, label: t(`handover-registers:states.${one}`) }))}
      />
      <TextField
        name="from"
        label={t('handover-registers:list.from')}
        value={filters.from ?? ''}
        type="date"
      />
      <TextField name="to" label={t('handover-registers:list.to')} value={filters.to ?? ''} type="date" />
    </FilterBar>
  );
}

function RegisterTable({ registers, filters }: Pick<Props, 'registers' | 'filters'>) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`handover-registers:columns.${name}`);
  return (
    <DataTable
      caption={t('handover-registers:list.book')}
      captionHidden
      rows={registers}
      keyOf={({ id }) => id}
      sort={filters.down ? `-${filters.order}` : filters.order}
      empty={t('handover-registers:list.empty')}
      columns={[
        {
          key: 'number',
          title: title('number'),
          heading: true,
          narrow: true,
          sortable: true,
          cell: (register) => <a href={`/desk/registers/${register.id}`}>{registerNumber(register)}</a>,
        },
        {
          key: 'direction',
          title: title('direction'),
          narrow: true,
          cell: ({ direction }) => t(`handover-registers:directions.${direction}`),
        },
        { key: 'body', title: title('body'), sortable: true, cell: ({ unitName }) => unitName },
        {
          key: 'made',
          title: title('made'),
          narrow: true,
          sortable: true,
          cell: ({ madeAt }) => formatDateTime(madeAt, locale),
        },
        { key: 'lines', title: title('packages'), numeric: true, sortable: true, cell: ({ lines }) => lines },
        {
          key: 'discrepancies',
          title: title('discrepancies'),
          numeric: true,
          cell: ({ discrepancies }) => discrepancies,
        },
        {
          key: 'state',
          title: title('state'),
          narrow: true,
          cell: ({ state }) => (
            <StatusTag tone={TONES[state]}>{t(`handover-registers:states.${state}`)}</StatusTag>
          ),
        },
      ]}
    />
  );
}
