import type { z } from 'zod';
import { toEpochDay } from '../../../kernel/calendar/epoch-day.ts';
import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { handOutResult } from '../actions/hand-out-result.ts';
import { toHandOut } from '../queries/to-hand-out.ts';
import { stateName, stateTone } from '../words.ts';

type Shelf = z.output<(typeof toHandOut)['output']>;
type Result = Shelf['results'][number];

/** Results on the shelf: found by number, handed out with the resident's code where it is shown. */
export const handOutPage = definePage({
  path: '/desk/hand-out',
  may: ['administrator'],
  shell: 'staff',
  async get(request, form) {
    const asked = form?.values['number'] ?? request.query['number'] ?? '';
    const number = typeof asked === 'string' ? asked.slice(0, 60) : '';
    const shelf = await request.ask(toHandOut, { number });
    return view(
      request.t('applications:handOut.title'),
      <ShelfList shelf={shelf} number={number} form={form} />,
    );
  },
  async post(request) {
    await request.run(handOutResult, { caseId: request.field('caseId'), code: request.field('code') });
    return redirect('/desk/hand-out', 'applications:notices.handedOut');
  },
});

function ShelfList({ shelf, number, form }: { shelf: Shelf; number: string; form: FormState | undefined }) {
  const { t, locale, now } = usePage();
  const [only, ...others] = shelf.results;
  const chosen = number !== '' && others.length === 0 ? only : undefined;
  const today = toEpochDay(kyivDate(now));
  const column = (key: string) => ({ key, title: t(`applications:columns.${key}`) });
  return (
    <>
      <h1>{t('applications:handOut.title')}</h1>
      <FilterBar
        found={number === '' ? shelf.waiting : shelf.results.length}
        clearPath={number === '' ? undefined : '/desk/hand-out'}
      >
        <TextField
          name="number"
          label={t('applications:handOut.number')}
          value={number}
          width={20}
          hotkey="F3"
          first
        />
      </FilterBar>
      {chosen === undefined ? null : <HandOutForm result={chosen} number={number} form={form} />}
      <DataTable
        caption={t('applications:handOut.title')}
        captionHidden
        rows={shelf.results}
        keyOf={({ id }) => id}
        empty={t(number === '' ? 'applications:handOut.empty' : 'applications:handOut.notFound')}
        columns={[
          {
            ...column('number'),
            heading: true,
            narrow: true,
            cell: (row) => (
              <a href={`/desk/hand-out?number=${encodeURIComponent(row.number)}`}>{row.number}</a>
            ),
          },
          { ...column('service'), cell: ({ service }) => service },
          { ...column('applicant'), cell: ({ applicant }) => applicant ?? '–' },
          {
            ...column('state'),
            cell: ({ outcome }) => (
              <StatusTag tone={stateTone(outcome)}>{stateName(outcome, locale)}</StatusTag>
            ),
          },
          { ...column('decided'), narrow: true, cell: ({ decidedOn }) => formatDate(decidedOn, locale) },
          { ...column('waits'), numeric: true, cell: ({ decidedOn }) => today - toEpochDay(decidedOn) },
        ]}
      />
    </>
  );
}

function HandOutForm({
  result,
  number,
  form,
}: {
  result: Result;
  number: string;
  form: FormState | undefined;
}) {
  const { t } = usePage();
  return (
    <Form id="hand-out" action="/desk/hand-out" state={form} label={t('applications:handOut.title')}>
      <h2>
        {result.number} · {result.service}
      </h2>
      <p>{t('applications:handOut.identify', { applicant: result.applicant ?? '–' })}</p>
      <HiddenField name="caseId" value={result.id} />
      <HiddenField name="number" value={number} />
      <TextField
        name="code"
        label={t('applications:handOut.code')}
        hint={t('applications:handOut.codeHint')}
        width={20}
        optional
      />
      <Button hotkey="F10">{t('applications:handOut.do')}</Button>
    </Form>
  );
}
