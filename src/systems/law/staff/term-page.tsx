import { hasRole } from '../../../kernel/actions/actor.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { changeDeadlineRule } from '../actions/change-deadline-rule.ts';
import { confirmDeadlineRule } from '../actions/confirm-deadline-rule.ts';
import { CERTAINTIES, READERS, UNITS } from '../law-input.ts';
import { listTerms } from '../queries/list-terms.ts';
import type { RuleView } from '../term-store.ts';
import { lengthOf, ruleName, validity } from '../words.ts';
import { DeedForm } from './deed-form.tsx';
import { LawTabs } from './law-tabs.tsx';

/** One term through its versions; a change is a new version from a day. */
export const termPage = definePage({
  path: '/desk/law/terms/:code',
  may: READERS,
  shell: 'staff',
  async get(request, form) {
    const code = (request.params['code'] ?? '').slice(0, 100);
    const { terms } = await request.ask(listTerms, { code });
    const versions = terms.toReversed();
    const [youngest] = versions;
    if (youngest === undefined) throw notFound('law:refusals.noSuchRule', { code });
    return view(
      ruleName(code, request.t),
      <TermView
        versions={versions}
        youngest={youngest}
        mayChange={hasRole(request.actor, 'head', 'it')}
        form={form}
      />,
    );
  },
  async post(request) {
    const code = request.params['code'] ?? '';
    if (request.field('deed') === 'confirm') {
      const { article, validFrom } = fieldsOf(request);
      await request.run(confirmDeadlineRule, { code, article, validFrom });
      return redirect(request.path, 'law:notices.confirmed');
    }
    await request.run(changeDeadlineRule, { code, ...fieldsOf(request) });
    return redirect(request.path, 'law:notices.changed');
  },
});

function fieldsOf(request: PagePost) {
  const pick = <T extends string>(known: readonly T[], name: string, otherwise: T) =>
    known.find((one) => one === request.field(name)) ?? otherwise;
  return {
    validFrom: request.field('validFrom'),
    value: request.field('value'),
    unit: pick(UNITS, 'unit', 'calendar-days'),
    article: request.field('article'),
    certainty: pick(CERTAINTIES, 'certainty', 'M?'),
  };
}

interface Props {
  readonly versions: readonly (RuleView & { inForce: boolean })[];
  readonly youngest: RuleView;
  readonly mayChange: boolean;
  readonly form: FormState | undefined;
}

function TermView({ versions, youngest, mayChange, form }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{ruleName(youngest.code, t)}</h1>
      <LawTabs current="terms" />
      {versions.map((rule) => (
        <section key={rule.validFrom} aria-label={validity(rule, t, locale)}>
          <h2>
            {validity(rule, t, locale)}
            {rule.inForce ? ` · ${t('law:terms.inForce')}` : ''}
          </h2>
          <SummaryList
            lines={[
              { term: t('law:terms.length'), value: lengthOf(rule, t) },
              { term: t('law:terms.start'), value: t(rule.startEvent) },
              { term: t('law:terms.article'), value: rule.article },
              { term: t('law:terms.extension'), value: extensionWords(rule) },
              {
                term: t('law:terms.dayOff'),
                value: t(`law:terms.dayOffs.${rule.keepsDayOff ? 'stays' : 'moves'}`),
              },
              { term: t('law:terms.certainty'), value: t(`law:certainty.${rule.certainty}`) },
            ]}
          />
          {mayChange && rule.certainty !== 'V' ? <ConfirmForm rule={rule} form={form} /> : null}
        </section>
      ))}
      {mayChange ? <ChangeForm youngest={youngest} form={form} /> : null}
    </>
  );

  function extensionWords({ extension }: RuleView): string {
    if (extension === null) return t('law:terms.noExtension');
    if (extension.max === null) return t('law:terms.extensionNoMax');
    return t('law:terms.extensionMax', {
      length: lengthOf({ value: extension.max, unit: extension.unit }, t),
    });
  }
}

function ConfirmForm({ rule, form }: { rule: RuleView; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const own = form?.values['validFrom'] === rule.validFrom ? form : undefined;
  return (
    <DeedForm
      deed="confirm"
      words="law:terms.confirm"
      params={{ date: formatDate(rule.validFrom, locale) }}
      form={own}
      id={`confirm-${rule.validFrom}`}
    >
      <HiddenField name="validFrom" value={rule.validFrom} />
      <TextField
        name="article"
        label={t('law:terms.article')}
        hint={t('law:terms.confirmHint')}
        value={rule.article}
      />
    </DeedForm>
  );
}

function ChangeForm({ youngest, form }: { youngest: RuleView; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('law:terms.changeTitle')}</h2>
      <p>{t('law:terms.changeHint')}</p>
      <DeedForm deed="change" words="law:terms.changeOpen" form={form}>
        <TextField name="validFrom" type="date" label={t('law:fields.validFrom')} />
        <TextField
          name="value"
          label={t('law:fields.value')}
          value={String(youngest.value)}
          inputMode="numeric"
          width={4}
        />
        <SelectField
          name="unit"
          label={t('law:fields.unit')}
          value={youngest.unit}
          options={UNITS.map((value) => ({ value, label: t(`law:units.${value}`) }))}
        />
        <TextField name="article" label={t('law:terms.article')} value={youngest.article} />
        <SelectField
          name="certainty"
          label={t('law:terms.certainty')}
          value="V"
          options={CERTAINTIES.map((value) => ({ value, label: t(`law:certainty.${value}`) }))}
        />
      </DeedForm>
    </>
  );
}
