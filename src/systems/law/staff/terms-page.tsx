import type { z } from 'zod';
import { hasRole } from '../../../kernel/actions/actor.ts';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { FilterBar } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { chooseTenDays } from '../actions/choose-ten-days.ts';
import { READERS } from '../law-input.ts';
import { listTerms } from '../queries/list-terms.ts';
import { lengthOf, ruleName, validity } from '../words.ts';
import { DeedForm } from './deed-form.tsx';
import { LawTabs } from './law-tabs.tsx';

type Terms = z.output<(typeof listTerms)['output']>;

/** All terms with their validity and how sure we are of each. */
export const termsPage = definePage({
  path: '/desk/law/terms',
  may: READERS,
  shell: 'staff',
  async get(request, form) {
    const asked = {
      words: (request.query['words'] ?? '').slice(0, 100),
      toConfirm: request.query['toConfirm'] === 'on',
    };
    const found = await request.ask(listTerms, asked);
    return view(
      request.t('law:terms.title'),
      <TermsView found={found} asked={asked} request={request} form={form} />,
    );
  },
  async post(request) {
    await request.run(chooseTenDays, {
      tenDaysAre: request.field('tenDaysAre') === 'calendar' ? 'calendar' : 'working',
      reason: request.field('reason'),
    });
    return redirect('/desk/law/terms', 'law:notices.recounting');
  },
});

interface Props {
  readonly found: Terms;
  readonly asked: { readonly words: string; readonly toConfirm: boolean };
  readonly request: PageRequest;
  readonly form: FormState | undefined;
}

function TermsView({ found, asked, request, form }: Props) {
  const { t } = usePage();
  const filtered = asked.words !== '' || asked.toConfirm;
  return (
    <>
      <h1>{t('law:terms.title')}</h1>
      <LawTabs current="terms" />
      <p>{t('law:terms.lead')}</p>
      <FilterBar found={found.terms.length} clearPath={filtered ? '/desk/law/terms' : undefined}>
        <SearchField label={t('law:terms.words')} value={asked.words} />
        <CheckboxField
          name="toConfirm"
          label={t('law:terms.toConfirmOnly', { count: found.toConfirm })}
          checked={asked.toConfirm}
        />
      </FilterBar>
      <TermsTable terms={found.terms} />
      <h2>{t('law:terms.tenDays')}</h2>
      <p>{t(`law:terms.tenDaysAre.${found.tenDaysAre}`)}</p>
      {hasRole(request.actor, 'head', 'it') ? (
        <DeedForm deed="ten-days" words="law:terms.tenDaysChange" form={form}>
          <SelectField
            name="tenDaysAre"
            label={t('law:terms.tenDays')}
            value={found.tenDaysAre}
            options={(['working', 'calendar'] as const).map((value) => ({
              value,
              label: t(`law:terms.tenDaysOption.${value}`),
            }))}
          />
          <TextField name="reason" label={t('law:fields.reason')} hint={t('law:fields.reasonHint')} />
        </DeedForm>
      ) : null}
    </>
  );
}

function TermsTable({ terms }: { terms: Terms['terms'] }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={t('law:terms.title')}
      captionHidden
      rows={terms}
      keyOf={({ code, validFrom }) => `${code} ${validFrom}`}
      empty={t('law:terms.none')}
      columns={[
        {
          key: 'name',
          title: t('law:terms.name'),
          heading: true,
          cell: ({ code }) => <a href={`/desk/law/terms/${encodeURIComponent(code)}`}>{ruleName(code, t)}</a>,
        },
        { key: 'length', title: t('law:terms.length'), cell: (rule) => lengthOf(rule, t) },
        { key: 'article', title: t('law:terms.article'), cell: ({ article }) => article },
        {
          key: 'validity',
          title: t('law:terms.validity'),
          cell: (rule) => (
            <>
              {validity(rule, t, locale)}{' '}
              {rule.inForce ? null : <StatusTag>{t('law:terms.notInForce')}</StatusTag>}
            </>
          ),
        },
        {
          key: 'certainty',
          title: t('law:terms.certainty'),
          cell: ({ certainty }) => (
            <StatusTag tone={certainty === 'V' ? 'done' : 'waiting'}>
              {t(`law:certainty.${certainty}`)}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}
