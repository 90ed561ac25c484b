import type { z } from 'zod';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { BadRow } from '../../../kernel/registers/read-sheet.ts';
import type { rowPlan } from '../past-journal.ts';

interface Props {
  readonly source: string;
  /** Rows as `packRows` gives them. */
  readonly packed: string;
  readonly plans: readonly z.output<typeof rowPlan>[];
  readonly bad: readonly BadRow[];
}

/** What the dry run found, and the button that writes where nothing is to be mended. */
export function CheckedJournal({ source, packed, plans, bad }: Props) {
  const { t } = usePage();
  const countOf = (wanted: 'new' | 'known') => plans.filter(({ kind }) => kind === wanted).length;
  return (
    <>
      <h1>{t('appeals:journal.result')}</h1>
      <SummaryList
        lines={[
          { term: t('appeals:journal.source'), value: source },
          { term: t('appeals:journal.new'), value: String(countOf('new')) },
          { term: t('appeals:journal.known'), value: String(countOf('known')) },
        ]}
      />
      {bad.length > 0 ? (
        <BadRows bad={bad} fieldName={(field) => t(`appeals:journal.sheet.${field}`)} />
      ) : null}
      {bad.length === 0 && countOf('new') === 0 ? <Notice>{t('appeals:journal.nothing')}</Notice> : null}
      <Form>
        <Buttons>
          {bad.length === 0 && countOf('new') > 0 ? (
            <>
              <HiddenField name="source" value={source} />
              <HiddenField name="checked" value={packed} />
              <Button>{t('appeals:journal.write')}</Button>
            </>
          ) : null}
          <LinkButton look="plain" href="/desk/appeals/import">
            {t('appeals:journal.again')}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  );
}
