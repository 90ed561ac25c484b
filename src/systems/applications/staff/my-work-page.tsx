import type { z } from 'zod';
import { hasRole, STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { FigureNumber, FigureRow } from '../../../kernel/page/components/figure-number.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar, Pagination, Tabs } from '../../../kernel/page/components/navigation.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { takeApplication } from '../actions/take-application.ts';
import type { ApplicationLine } from '../line-view.ts';
import { myWork, WORK_SHOWN, type WorkShown } from '../queries/my-work.ts';
import { ApplicationTable } from './application-table.tsx';

type Work = z.output<(typeof myWork)['output']>;

/** A specialist's work; the others are led to their first page, which the desk's shell knows. */
export const myWorkPage = definePage({
  path: '/desk',
  may: STAFF_ROLES,
  shell: 'staff',
  async get(request, form) {
    if (!hasRole(request.actor, 'specialist')) return redirect('/desk/first');
    const { show, words } = askedOf(request);
    const after = request.query['after'];
    const work = await request.ask(myWork, { show, words, ...(after === undefined ? {} : { after }) });
    return view(
      request.t('applications:work.title'),
      <MyWork work={work} show={show} words={words} first={after === undefined} form={form} />,
    );
  },
  async post(request) {
    const { caseId } = await request.run(takeApplication, { caseId: request.field('caseId') });
    return redirect(`/desk/applications/${caseId}`, 'applications:notices.taken');
  },
});

function askedOf({ query }: PageRequest): { readonly show: WorkShown; readonly words: string } {
  return {
    show: WORK_SHOWN.find((one) => one === query['show']) ?? 'all',
    words: (query['words'] ?? '').slice(0, 200),
  };
}

interface Props {
  readonly work: Work;
  readonly show: WorkShown;
  readonly words: string;
  readonly first: boolean;
  readonly form: FormState | undefined;
}

function MyWork({ work, show, words, first, form }: Props) {
  const { t, actor } = usePage();
  const next = work.applications.find(({ executorId }) => executorId === null);
  return (
    <>
      <h1>{t('applications:work.title')}</h1>
      {form?.problem === undefined ? null : <Notice kind="attention">{form.problem}</Notice>}
      <Counts work={work} />
      {next === undefined ? null : <Take row={next} hotkey="F2" />}
      <Tabs label={t('applications:work.shown')} tabs={tabsOf(work, show, t)} />
      <FilterBar clearPath={words === '' ? undefined : `/desk?show=${show}`}>
        <HiddenField name="show" value={show} />
        <TextField
          name="words"
          label={t('applications:work.words')}
          value={words}
          type="search"
          width={20}
          hotkey="F3"
        />
      </FilterBar>
      <ApplicationTable
        caption={t('applications:work.title')}
        rows={work.applications}
        empty={t('applications:work.empty')}
        action={(row) =>
          row.executorId === null ? (
            <Take row={row} />
          ) : row.executorId === actor.staffId ? (
            t('applications:work.yours')
          ) : (
            ''
          )
        }
      />
      <Pagination first={first} next={work.next ?? undefined} />
    </>
  );
}

/** What is counted at the top, and the list it leads to. */
const COUNTED = [
  ['overdue', 'burning'],
  ['dueToday', 'burning'],
  ['dueSoon', 'burning'],
  ['open', 'all'],
  ['paused', 'paused'],
] as const;

function Counts({ work: { counts } }: { work: Work }) {
  const { t, locale } = usePage();
  return (
    <FigureRow>
      {COUNTED.map(([name, show]) => (
        <FigureNumber
          key={name}
          name={t(`applications:counts.${name}`)}
          value={formatNumber(counts[name], locale)}
          href={`/desk?show=${show}`}
        />
      ))}
    </FigureRow>
  );
}

function Take({ row, hotkey }: { row: ApplicationLine; hotkey?: string }) {
  const t = useT();
  const isNext = hotkey !== undefined;
  return (
    <Form
      id={`take-${isNext ? 'next' : row.id}`}
      action="/desk"
      inline
      label={t(`applications:work.${isNext ? 'takeNext' : 'takeNumber'}`, { number: row.number })}
    >
      <HiddenField name="caseId" value={row.id} />
      <Button
        look={isNext ? 'primary' : 'quiet'}
        {...(isNext ? { hotkey } : { label: t('applications:work.takeNumber', { number: row.number }) })}
      >
        {isNext ? t('applications:work.takeNext', { number: row.number }) : t('applications:work.take')}
      </Button>
    </Form>
  );
}

function tabsOf({ counts }: Work, show: WorkShown, t: ReturnType<typeof useT>) {
  const count = {
    mine: counts.mine,
    untaken: counts.untaken,
    all: counts.open,
    burning: counts.overdue + counts.dueToday + counts.dueSoon,
    paused: counts.paused,
  };
  return WORK_SHOWN.map((one) => ({
    path: `/desk?show=${one}`,
    label: t(`applications:work.show.${one}`),
    current: one === show,
    count: count[one],
  }));
}
