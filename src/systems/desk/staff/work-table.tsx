import type { ComponentChildren } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { KindCount } from '../work-counts.ts';
import type { WorkLine } from '../work-view.ts';
import { DueCell } from './due-cell.tsx';
import { KindMark } from './kind-mark.tsx';

interface Props {
  readonly caption: string;
  readonly lines: readonly WorkLine[];
  readonly kinds: readonly KindCount[];
  readonly empty: ComponentChildren;
  /** Where the step is said above the table already. */
  readonly withoutStep?: boolean;
}

/** Dense: a row is something to do, its number or title opens it. Only what is late is red. */
export function WorkTable({ caption, lines, kinds, empty, withoutStep }: Props) {
  const { t, locale } = usePage();
  const known = new Map(kinds.map((kind) => [kind.name, kind]));
  const titleOf = ({ kind }: WorkLine) => known.get(kind)?.title[locale] ?? kind;
  const column = (key: string) => ({ key, title: t(`desk:columns.${key}`) });
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      keyOf={({ id }) => id}
      id="work"
      empty={empty}
      mark={({ burns }) => (burns === 'overdue' ? 'late' : undefined)}
      columns={[
        {
          ...column('number'),
          heading: true,
          cell: (line) => (
            <>
              <Opens line={line} />
              <KindMark icon={known.get(line.kind)?.icon ?? ''} title={titleOf(line)} />
            </>
          ),
        },
        { ...column('title'), cell: ({ title }) => title },
        { ...column('person'), cell: ({ person }) => <span class="unbroken">{person}</span> },
        ...(withoutStep ? [] : [{ ...column('step'), cell: (line: WorkLine) => <Step line={line} /> }]),
        { ...column('due'), cell: (line) => <DueCell row={line} /> },
        { ...column('executor'), cell: (line) => <Executor line={line} /> },
      ]}
    />
  );
}

function Opens({ line: { path, number, title } }: { line: WorkLine }) {
  return number === null ? (
    <a href={path}>{title}</a>
  ) : (
    <a class="unbroken" href={path}>
      {number}
    </a>
  );
}

function Step({ line }: { line: WorkLine }) {
  const { locale } = usePage();
  const words = line.stepTitle[locale];
  if (line.deed !== null) {
    return (
      <div class="step-deed">
        <Take line={line} />
      </div>
    );
  }
  return line.turn === 'others' ? <span class="others-turn">{words}</span> : <a href={line.path}>{words}</a>;
}

function Executor({ line: { executor, executorId, unit } }: { line: WorkLine }) {
  const { t, actor } = usePage();
  if (executorId !== null && executorId === actor.staffId) return <>{t('desk:work.yours')}</>;
  return <>{executor ?? unit}</>;
}

/** The case's own page does the deed and shows the case, or says who was quicker. */
export function Take({ line, hotkey }: { line: WorkLine; hotkey?: string }) {
  const { t, locale } = usePage();
  const words = line.stepTitle[locale];
  const label = t('desk:work.doOne', { step: words, number: line.number ?? '' });
  return (
    <Form id={`take-${hotkey === undefined ? line.id : 'next'}`} action={line.path} inline label={label}>
      <HiddenField name="deed" value={line.deed ?? ''} />
      <Button
        look={hotkey === undefined ? 'quiet' : 'primary'}
        {...(hotkey === undefined ? { label } : { hotkey })}
      >
        {hotkey === undefined ? words : t('desk:work.takeNext', { number: line.number ?? '' })}
      </Button>
    </Form>
  );
}
