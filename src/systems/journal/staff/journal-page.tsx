import type { z } from 'zod';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import { dayOf, wordsOf } from '../../../kernel/page/read-address.ts';
import { listRows } from '../queries/list-rows.ts';
import { sealState } from '../queries/seal-state.ts';
import { JournalTable } from './journal-table.tsx';

type Rows = z.output<(typeof listRows)['output']>;
type Seal = z.output<(typeof sealState)['output']>;

/** Who did or looked at what, and whether the journal is whole. */
export const journalPage = definePage({
  path: '/desk/journal',
  may: ['auditor', 'it'],
  shell: 'staff',
  async get(request) {
    const asked = askedOf(request);
    const found = await request.ask(listRows, asked);
    const seal = await request.ask(sealState, {});
    return view(
      request.t('journal:page.title'),
      <>
        <h1>{request.t('journal:page.title')}</h1>
        <SealView seal={seal} />
        <Filters asked={asked} found={found} />
        <JournalTable rows={found.rows} />
        <Pagination
          first={asked.after === undefined}
          next={found.next === null ? undefined : String(found.next)}
        />
      </>,
    );
  },
});

/** What the address asks for; what is not readable is left out, so an old link still opens. */
export function askedOf({ query }: PageRequest) {
  const text = (name: string) => wordsOf(query[name], 100);
  const kind = (['action', 'look'] as const).find((one) => one === query['kind']);
  const after = Number(query['after']);
  return {
    person: text('person'),
    name: text('name'),
    subject: text('subject'),
    whose: text('whose'),
    kind,
    from: dayOf(query['from']),
    to: dayOf(query['to']),
    after: Number.isSafeInteger(after) && after > 0 ? after : undefined,
  };
}

function SealView({ seal }: { seal: Seal }) {
  const { t, locale } = usePage();
  return (
    <section class="journal-seal" aria-label={t('journal:seal.title')}>
      <SummaryList
        lines={[
          {
            term: t('journal:seal.title'),
            value:
              seal.sealedAt === null
                ? t('journal:seal.none')
                : t('journal:seal.until', {
                    moment: formatDateTime(seal.sealedAt, locale),
                    rows: formatNumber(seal.rows, locale),
                    batch: formatNumber(seal.batch ?? 0, locale),
                  }),
            action: <a href="/audit">{t('journal:seal.how')}</a>,
          },
          {
            term: t('journal:seal.head'),
            value: seal.head === null ? null : <code class="wrap-anywhere">{seal.head}</code>,
          },
          {
            term: t('journal:seal.unsealed'),
            value:
              seal.oldestUnsealed === null
                ? t('journal:seal.allSealed')
                : t('journal:seal.since', { moment: formatDateTime(seal.oldestUnsealed, locale) }),
          },
        ]}
      />
      <p>
        {t('journal:seal.verify')} <code>npm run audit:verify</code>
      </p>
    </section>
  );
}

function Filters({ asked, found }: { asked: ReturnType<typeof askedOf>; found: Rows }) {
  const { t, url } = usePage();
  const anything = Object.values(asked).some((value) => value !== undefined);
  return (
    <>
      <FilterBar clearPath={anything ? '/desk/journal' : undefined}>
        <TextField name="person" label={t('journal:filter.person')} value={asked.person ?? ''} width={10} />
        <TextField name="name" label={t('journal:filter.name')} value={asked.name ?? ''} width={10} />
        <TextField
          name="subject"
          label={t('journal:filter.subject')}
          value={asked.subject ?? ''}
          width={10}
        />
        <SelectField
          name="kind"
          label={t('journal:filter.kind')}
          empty={t('journal:filter.both')}
          value={asked.kind ?? ''}
          options={(['action', 'look'] as const).map((value) => ({
            value,
            label: t(`journal:kinds.${value}`),
          }))}
        />
        <TextField name="from" type="date" label={t('journal:filter.from')} value={found.from} />
        <TextField name="to" type="date" label={t('journal:filter.to')} value={found.to} />
        <TextField name="whose" label={t('journal:filter.whose')} value={asked.whose ?? ''} width={20} />
      </FilterBar>
      <p class="field-hint">{t('journal:filter.whoseHint')}</p>
      <p>
        {t('journal:export.title')}{' '}
        {(['xlsx', 'csv'] as const).map((format) => (
          <span key={format}>
            <a
              href={changeQuery(url, { after: null }).replace(
                '/desk/journal',
                `/desk/journal/rows.${format}`,
              )}
            >
              {format.toUpperCase()}
            </a>{' '}
          </span>
        ))}
      </p>
    </>
  );
}
