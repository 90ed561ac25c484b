import type { Hours } from '../../../kernel/calendar/reception-calendar.ts';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { DeedForm } from './deed-form.tsx';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  /** Hours now, Monday first: what the form begins with. */
  readonly week: readonly (readonly Hours[])[];
  readonly form: FormState | undefined;
}

export function ReceptionDeeds({ week, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('law:reception.changeTitle')}</h2>
      <DeedForm deed="close" words="law:reception.close" form={form}>
        <TextField name="from" type="date" label={t('law:fields.from')} />
        <TextField name="until" type="date" label={t('law:fields.until')} />
        <TextField name="reason" label={t('law:fields.reason')} hint={t('law:reception.reasonHint')} />
      </DeedForm>
      <DeedForm deed="special" words="law:reception.special" form={form}>
        <TextField name="date" type="date" label={t('law:fields.date')} />
        <TextField
          name="hours"
          label={t('law:reception.hours')}
          hint={t('law:reception.hoursHint')}
          width={20}
        />
        <TextField name="reason" label={t('law:fields.reason')} hint={t('law:reception.reasonHint')} />
      </DeedForm>
      <DeedForm deed="week" words="law:reception.week" form={form}>
        <p>{t('law:reception.weekHint')}</p>
        <TextField name="from" type="date" label={t('law:fields.validFrom')} />
        {WEEKDAYS.map((weekday) => (
          <TextField
            key={weekday}
            name={`day${weekday}`}
            label={t(`law:weekdayNames.${weekday}`)}
            value={(week[weekday - 1] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ')}
            width={20}
          />
        ))}
      </DeedForm>
    </>
  );
}
