import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { formatDate, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { mayMove } from '../home/home-visit.ts';
import type { ListedHomeVisit } from '../queries/list-home-visits.ts';

export type Days = readonly { readonly day: string; readonly free: number }[];

interface Props {
  readonly visit: ListedHomeVisit;
  readonly days: Days;
  readonly form: FormState | undefined;
}

/** What may be done with one request now; closed until it is opened, so that a long list stays one. */
export function HomeVisitDeeds({ visit, days, form }: Props) {
  const { t } = usePage();
  const own = form?.values['homeVisitId'] === visit.id ? form : undefined;
  const { id, state } = visit;
  if (!mayMove(state, 'plan') && !mayMove(state, 'fail')) return null;
  return (
    <details class="home-deeds" open={own !== undefined}>
      <summary>{t('booking:home.deeds')}</summary>
      {mayMove(state, 'plan') ? <Plan visit={visit} days={days} form={own} /> : null}
      {mayMove(state, 'confirm') ? (
        <Form id={`confirm-${id}`}>
          <HiddenField name="deed" value="confirm" />
          <HiddenField name="code" value={visit.code} />
          <Button look="plain">{t('booking:home.heardYes')}</Button>
        </Form>
      ) : null}
      <End visit={visit} form={own} />
    </details>
  );
}

function Plan({ visit, days, form }: Props) {
  const { t, locale } = usePage();
  if (days.length === 0) return <p>{t('booking:home.noDays')}</p>;
  return (
    <Form id={`plan-${visit.id}`} state={form?.values['deed'] === 'plan' ? form : undefined}>
      <HiddenField name="deed" value="plan" />
      <HiddenField name="homeVisitId" value={visit.id} />
      <SelectField
        name="day"
        label={t('booking:home.columns.day')}
        value={visit.day ?? ''}
        options={days.map(({ day, free }) => ({
          value: day,
          label: `${formatDate(day, locale)}, ${formatWeekday(day, locale)} · ${t('booking:home.free', { count: free })}`,
        }))}
      />
      <TextField name="from" label={t('booking:capacity.from')} value={visit.from ?? '10:00'} width={4} />
      <TextField name="to" label={t('booking:capacity.to')} value={visit.to ?? '12:00'} width={4} />
      <Button look="plain">{t(visit.day === null ? 'booking:home.plan' : 'booking:home.replan')}</Button>
    </Form>
  );
}

function End({ visit, form }: Omit<Props, 'days'>) {
  const { t } = usePage();
  return (
    <Form id={`end-${visit.id}`} state={form?.values['deed'] === 'plan' ? undefined : form}>
      <HiddenField name="homeVisitId" value={visit.id} />
      <TextField name="answer" label={t('booking:home.why')} maxLength={500} />
      {mayMove(visit.state, 'finish') ? (
        <Button name="deed" value="finish" look="plain">
          {t('booking:home.finish')}
        </Button>
      ) : null}
      {mayMove(visit.state, 'fail') ? (
        <Button name="deed" value="fail" look="quiet">
          {t('booking:home.fail')}
        </Button>
      ) : null}
      {mayMove(visit.state, 'decline') ? (
        <Button name="deed" value="decline" look="quiet">
          {t('booking:home.decline')}
        </Button>
      ) : null}
    </Form>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How many visits a crew makes on a weekday. */
export function CrewForm({ form }: { form: FormState | undefined }) {
  const { t, locale, now } = usePage();
  const tomorrow = addDays(kyivDate(now), 1);
  return (
    <section aria-labelledby="crew">
      <h2 id="crew">{t('booking:home.crew')}</h2>
      <Form id="crew-form" inline state={form?.values['deed'] === 'crew' ? form : undefined}>
        <HiddenField name="deed" value="crew" />
        <SelectField
          name="weekday"
          label={t('booking:capacity.weekday')}
          // 2024 began with a Monday.
          options={WEEKDAYS.map((day) => ({
            value: String(day),
            label: formatWeekday(`2024-01-0${day}`, locale),
          }))}
        />
        <TextField name="visits" label={t('booking:home.visits')} inputMode="numeric" width={4} />
        <TextField name="validFrom" type="date" label={t('booking:capacity.validFrom')} value={tomorrow} />
        <Button look="plain">{t('booking:capacity.save')}</Button>
      </Form>
    </section>
  );
}
