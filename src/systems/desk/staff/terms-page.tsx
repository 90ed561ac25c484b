import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { definePage, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { present, wordsOf } from '../../../kernel/page/read-address.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { ListColumn } from '../../../kernel/registers/list-column.ts';
import { isListFormat, listDownload } from '../../../kernel/registers/list-download.ts';
import { controlOfTerms } from '../queries/control-of-terms.ts';
import { listOpenCases, type OpenCase } from '../queries/list-open-cases.ts';
import { TERMS } from '../shown.ts';
import { COUNTED, NO_UNIT } from '../terms.ts';
import { CaseTable } from './case-table.tsx';
import { type Asked, type Control, KindTable, termsPath, UnitTable } from './terms-tables.tsx';

const LATEST_SHOWN = 10;

/** Who is late and who will be, by unit and by kind; every number opens into its rows. */
export const termsPage = definePage({
  path: '/desk/terms',
  may: TERMS,
  shell: 'staff',
  async get(request) {
    const asked = askedOf(request);
    const title = request.t('desk:terms.title');
    const control = await request.ask(controlOfTerms, asked);
    const { format } = request.query;
    if (isListFormat(format))
      return listDownload(countColumns(request, control), control.rows, format, title);
    return view(title, <Terms control={control} asked={asked} late={await readLate(request, asked)} />);
  },
});

/** The same on bare paper. */
export const termsPrintPage = definePage({
  path: '/desk/terms/print',
  may: TERMS,
  shell: 'print',
  async get(request) {
    const asked = askedOf(request);
    const title = request.t('desk:terms.title');
    const control = await request.ask(controlOfTerms, asked);
    const late = await readLate(request, asked, 200);
    return view(title, <Terms control={control} asked={asked} late={late} paper />);
  },
});

export function askedOf({ query }: PageRequest): Asked {
  return present({ kind: wordsOf(query['kind'], 80), unit: wordsOf(query['unit'], 60) });
}

async function readLate(request: PageRequest, asked: Asked, limit = LATEST_SHOWN) {
  const { cases } = await request.ask(listOpenCases, { ...asked, mark: 'overdue', limit });
  return cases;
}

type CountRow = Control['rows'][number];

function countColumns({ t, locale }: PageRequest, { kinds }: Control): readonly ListColumn<CountRow>[] {
  const titles = new Map(kinds.map((kind) => [kind.name, kind.title[locale]]));
  return [
    { title: t('desk:columns.kind'), width: 30, value: ({ kind }) => titles.get(kind) ?? kind },
    {
      title: t('desk:columns.unit'),
      width: 40,
      value: ({ code, name }) => (code === NO_UNIT ? t('desk:terms.noUnit') : name),
    },
    ...COUNTED.map((name) => ({
      title: t(`desk:marks.${name}`),
      width: 14,
      value: (row: CountRow) => row[name],
    })),
  ];
}

interface Props {
  readonly control: Control;
  readonly asked: Asked;
  readonly late: readonly OpenCase[];
  readonly paper?: boolean;
}

function Terms({ control, asked, late, paper = false }: Props) {
  const { t } = usePage();
  const { total } = control;
  return (
    <div class={paper ? 'terms-paper' : undefined}>
      <h1>{t('desk:terms.title')}</h1>
      <Narrowed control={control} asked={asked} paper={paper} />
      {paper ? null : <Sums total={total} asked={asked} />}
      <h2>{t('desk:terms.byKind')}</h2>
      <KindTable control={control} asked={asked} paper={paper} />
      <h2>{t('desk:terms.byUnit')}</h2>
      <UnitTable control={control} asked={asked} paper={paper} />
      {paper ? null : (
        <Downloads>
          <LinkButton look="quiet" href={termsPath('/print', asked)}>
            {t('desk:terms.print')}
          </LinkButton>
        </Downloads>
      )}
      <h2>{t('desk:terms.late')}</h2>
      <p>{t('cases:ledger.lead')}</p>
      <CaseTable
        caption={t('desk:terms.late')}
        cases={late}
        kinds={control.kinds}
        empty={t('desk:terms.nobodyLate')}
        paper={paper}
      />
      {total.overdue <= late.length || paper ? null : (
        <p>
          <a href={termsPath('/cases', asked, 'overdue')}>
            {t('desk:terms.allLate', { count: total.overdue })}
          </a>
        </p>
      )}
    </div>
  );
}

function Sums({ total, asked }: { total: Control['total']; asked: Asked }) {
  const { t, locale } = usePage();
  return (
    <FigureRow>
      {(['overdue', 'today', 'soon', 'in-term', 'open'] as const).map((name) => (
        <FigureNumber
          key={name}
          name={t(`desk:marks.${name}`)}
          value={formatNumber(total[name], locale)}
          {...(total[name] === 0 ? {} : { href: termsPath('/cases', asked, name) })}
        />
      ))}
    </FigureRow>
  );
}

/** By what the numbers are narrowed, and the way back to the whole. */
function Narrowed({ control, asked, paper }: Omit<Props, 'late'>) {
  const { t, locale } = usePage();
  const kind = control.kinds.find(({ name }) => name === asked.kind);
  const unit = control.units.find(({ code }) => code === asked.unit);
  if (asked.kind === undefined && asked.unit === undefined) return null;
  const words = [kind?.title[locale], unit?.code === NO_UNIT ? t('desk:terms.noUnit') : unit?.name];
  return (
    <p class="lead">
      {words.filter((word) => word !== undefined && word !== null).join(' · ') || t('desk:terms.nothing')}
      {paper ? null : (
        <>
          {' '}
          <a href="/desk/terms">{t('desk:terms.whole')}</a>
        </>
      )}
    </p>
  );
}
