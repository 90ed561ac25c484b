import { hasRole } from '../../../kernel/actions/actor.ts';
import { formatDate, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { publishPlan } from '../actions/publish-plan.ts';
import type { PlanVersion } from '../plan.ts';
import { listPlanVersions } from '../queries/list-plan-versions.ts';
import { type Body, PartFields, PlanFields } from './plan-fields.tsx';
import { readPlan, SPARE } from './plan-form.ts';

const MAY = ['administrator', 'head', 'it', 'auditor'] as const;

/** Every plan with its versions. */
export const plansPage = definePage({
  path: '/desk/plans',
  may: MAY,
  shell: 'staff',
  async get(request) {
    const { versions } = await request.ask(listPlanVersions, {});
    return view(request.t('complex-services:plan.list'), <Plans versions={versions} />);
  },
});

/** One plan: its newest version as a form; published, it is the next version. */
export const planEditPage = definePage({
  path: '/desk/plans/:code',
  may: ['head', 'it'],
  shell: 'staff',
  async get(request, form) {
    const code = request.params['code'] ?? '';
    const { versions, bodies } = await request.ask(listPlanVersions, { code });
    const [newest] = versions;
    const title = newest?.title.uk ?? request.t('complex-services:plan.new');
    return view(title, <EditPlan plan={newest} bodies={bodies} form={form} today={kyivDate(request.now)} />);
  },
  async post(request) {
    await request.run(publishPlan, { plan: readPlan(request), validFrom: request.field('validFrom') });
    return redirect('/desk/plans', 'complex-services:notices.published');
  },
});

function Plans({ versions }: { versions: readonly PlanVersion[] }) {
  const { t, locale, now, actor } = usePage();
  const word = (name: string) => t(`complex-services:plan.${name}`);
  const today = kyivDate(now);
  const mayEdit = hasRole(actor, 'head', 'it');
  return (
    <>
      <h1>{word('list')}</h1>
      <p class="sentence">{word('lead')}</p>
      <p>
        {mayEdit ? <LinkButton href="/desk/plans/new">{word('new')}</LinkButton> : null}{' '}
        {mayEdit ? (
          <LinkButton look="quiet" href="/desk/plans/import">
            {word('import')}
          </LinkButton>
        ) : null}{' '}
        <LinkButton look="quiet" href="/desk/plans/export" download>
          {word('export')}
        </LinkButton>
      </p>
      <DataTable
        caption={word('list')}
        captionHidden
        rows={versions}
        keyOf={({ versionId }) => versionId}
        empty={word('none')}
        columns={[
          {
            key: 'title',
            title: word('titleUk'),
            heading: true,
            cell: ({ code, title }) => (mayEdit ? <a href={`/desk/plans/${code}`}>{title.uk}</a> : title.uk),
          },
          { key: 'code', title: word('code'), narrow: true, cell: ({ code }) => code },
          { key: 'parts', title: word('parts'), numeric: true, cell: ({ parts }) => parts.length },
          {
            key: 'from',
            title: word('validFrom'),
            narrow: true,
            cell: (one) => formatDate(one.validFrom, locale),
          },
          {
            key: 'to',
            title: word('validTo'),
            narrow: true,
            cell: ({ validTo }) => (validTo === null ? '–' : formatDate(validTo, locale)),
          },
          {
            key: 'state',
            title: word('state'),
            narrow: true,
            cell: ({ validFrom, validTo }) => {
              if (validFrom > today) return word('ahead');
              return validTo !== null && validTo <= today ? word('past') : word('inForce');
            },
          },
        ]}
      />
    </>
  );
}

interface EditProps {
  readonly plan: PlanVersion | undefined;
  readonly bodies: readonly Body[];
  readonly form: FormState | undefined;
  readonly today: string;
}

function EditPlan({ plan, bodies, form, today }: EditProps) {
  const { t } = usePage();
  const parts = plan?.parts ?? [];
  const spare = Array.from({ length: SPARE }, (_, index) => parts.length + index);
  return (
    <>
      <h1>{plan?.title.uk ?? t('complex-services:plan.new')}</h1>
      <p class="sentence">{t('complex-services:plan.editLead')}</p>
      <Form id="plan" state={form} draft={`plan-${plan?.code ?? 'new'}`}>
        <PlanFields plan={plan} />
        <h2>{t('complex-services:plan.parts')}</h2>
        {parts.map((part, index) => (
          <PartFields key={part.no} index={index} part={part} bodies={bodies} />
        ))}
        {spare.map((index) => (
          <PartFields key={index} index={index} part={undefined} bodies={bodies} />
        ))}
        <TextField
          name="validFrom"
          type="date"
          label={t('complex-services:plan.validFrom')}
          hint={t('complex-services:plan.validFromHint')}
          value={today}
        />
        <Button hotkey="Ctrl+Enter">{t('complex-services:plan.publish')}</Button>
      </Form>
    </>
  );
}
