import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { setExchangeAction } from '../actions/set-exchange.ts';
import { listExchanges } from '../queries/list-exchanges.ts';
import type { Body } from '../waiting-store.ts';
import { RegisterTabs } from './register-tabs.tsx';

const WAYS = ['paper', 'api'] as const;

/** Which bodies have a system of their own, and which get a folder. */
export const exchangePage = definePage({
  path: '/desk/registers/exchange',
  may: ['administrator', 'head', 'it', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const { bodies } = await request.ask(listExchanges, {});
    return view(request.t('handover-registers:exchange.title'), <Exchange bodies={bodies} form={form} />);
  },
  async post(request) {
    await request.run(setExchangeAction, {
      unitCode: request.field('unitCode'),
      way: WAYS.find((one) => one === request.field('way')) ?? 'paper',
      validFrom: request.field('validFrom'),
    });
    return redirect('/desk/registers/exchange', 'handover-registers:notices.exchange');
  },
});

function Exchange({ bodies, form }: { bodies: readonly Body[]; form: FormState | undefined }) {
  const { t, actor, now } = usePage();
  const mayEdit = actor.roles.includes('head') || actor.roles.includes('it');
  return (
    <>
      <h1>{t('handover-registers:exchange.title')}</h1>
      <RegisterTabs current="/desk/registers/exchange" />
      <p>{t('handover-registers:exchange.lead')}</p>
      {mayEdit ? (
        <Form state={form} inline label={t('handover-registers:exchange.change')}>
          <SelectField
            name="unitCode"
            label={t('handover-registers:columns.body')}
            options={bodies.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="way"
            label={t('handover-registers:columns.way')}
            options={WAYS.map((way) => ({ value: way, label: t(`handover-registers:ways.${way}`) }))}
          />
          <TextField
            name="validFrom"
            label={t('handover-registers:exchange.from')}
            type="date"
            value={kyivDate(now)}
          />
          <Button look="plain">{t('handover-registers:exchange.change')}</Button>
        </Form>
      ) : null}
      <DataTable
        caption={t('handover-registers:exchange.title')}
        captionHidden
        rows={bodies}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'body',
            title: t('handover-registers:columns.body'),
            heading: true,
            cell: ({ name }) => name,
          },
          {
            key: 'way',
            title: t('handover-registers:columns.way'),
            narrow: true,
            cell: ({ way }) => t(`handover-registers:ways.${way}`),
          },
        ]}
      />
    </>
  );
}
