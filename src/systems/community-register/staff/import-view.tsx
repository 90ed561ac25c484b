import type { z } from 'zod';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { BadRows } from '../../../kernel/page/components/bad-rows.tsx';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { getImport } from '../queries/get-import.ts';

type Found = z.output<typeof getImport.output>;
const KINDS = ['new', 'changed', 'same', 'bad'] as const;

/** How far the work is, what each row does, and every bad row by its number. */
export function ImportView({ found, form }: { found: Found; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const writable = found.counts.new + found.counts.changed;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <p>
        <a href="/desk/residents/imports">← {t('community-register:import.title')}</a>
      </p>
      <h1>{found.fileName}</h1>
      <p>
        <strong>{t(`community-register:import.states.${found.state}`)}</strong>
      </p>
      <Progress found={found} writable={writable} />
      {found.state === 'checking' ? null : (
        <SummaryList
          lines={KINDS.map((kind) => ({
            term: t(`community-register:import.kinds.${kind}`),
            value: number(found.counts[kind]),
          }))}
        />
      )}
      {found.state === 'done' ? (
        <Notice kind="done">
          {t('community-register:import.done', {
            count: found.counts.written,
            rows: number(found.counts.written),
          })}
        </Notice>
      ) : null}
      {found.state === 'checked' && writable > 0 ? (
        <Form state={form} label={t('community-register:import.title')}>
          <Button>{t('community-register:import.write', { count: writable, rows: number(writable) })}</Button>
        </Form>
      ) : null}
      {found.counts.bad === 0 ? null : <RowsToMend found={found} />}
    </>
  );
}

function Progress({ found, writable }: { found: Found; writable: number }) {
  const { t } = usePage();
  if (found.state !== 'checking' && found.state !== 'running') return null;
  const most = found.state === 'checking' ? found.total : writable;
  return (
    <p>
      <label for="progress">{t('community-register:import.progress')}</label>{' '}
      <progress id="progress" max={Math.max(most, 1)} value={Math.min(found.worked, most)}>
        {found.worked} / {most}
      </progress>{' '}
      {found.worked} / {most}
      {'. '}
      <a href={`/desk/residents/imports/${found.id}`}>{t('community-register:import.refresh')}</a>
    </p>
  );
}

function RowsToMend({ found }: { found: Found }) {
  const { t } = usePage();
  return (
    <BadRows
      bad={found.badRows.flatMap(({ row, problems }) =>
        problems.map(({ field, key }) => ({ row, field, sentence: t(key) })),
      )}
      fieldName={(field) => t(`community-register:fields.${field}`)}
      notice={t('community-register:import.bad', { count: found.counts.bad })}
    >
      <p>
        <LinkButton href={`/desk/residents/imports/${found.id}/bad`} look="plain" download>
          {t('community-register:import.badFile')}
        </LinkButton>
      </p>
    </BadRows>
  );
}
