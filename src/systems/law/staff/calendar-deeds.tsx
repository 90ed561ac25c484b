import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { DeedForm } from './deed-form.tsx';

interface Props {
  readonly martialLaw: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly article: string;
  }[];
  readonly mayChange: boolean;
  readonly form: FormState | undefined;
}

/** Periods of martial law, and the forms by which days are decided. */
export function CalendarDeeds({ martialLaw, mayChange, form }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <DataTable
        caption={t('law:calendar.martialLaw')}
        rows={martialLaw}
        keyOf={({ from }) => from}
        empty={t('law:calendar.noMartialLaw')}
        columns={[
          {
            key: 'from',
            title: t('law:fields.from'),
            heading: true,
            cell: ({ from }) => formatDate(from, locale),
          },
          {
            key: 'to',
            title: t('law:calendar.until'),
            cell: ({ to }) => (to === null ? t('law:calendar.noEnd') : formatDate(to, locale)),
          },
          { key: 'article', title: t('law:terms.article'), cell: ({ article }) => article },
        ]}
      />
      {mayChange ? (
        <>
          <h2>{t('law:calendar.changeTitle')}</h2>
          <p>{t('law:calendar.changeHint')}</p>
          <LocalDayForms form={form} />
          <MartialLawForms martialLaw={martialLaw} form={form} />
          <HolidayForms form={form} />
        </>
      ) : null}
    </>
  );
}

function LocalDayForms({ form }: Pick<Props, 'form'>) {
  const { t } = usePage();
  return (
    <>
      <DeedForm deed="local-day" words="law:calendar.localDay" form={form}>
        <TextField name="date" type="date" label={t('law:fields.date')} />
        <RadioField
          name="working"
          label={t('law:calendar.localDayIs')}
          inline
          value="no"
          options={[
            { value: 'no', label: t('law:calendar.dayOff') },
            { value: 'yes', label: t('law:calendar.dayOn') },
          ]}
        />
        <TextField name="reason" label={t('law:fields.reason')} hint={t('law:calendar.localDayHint')} />
      </DeedForm>
      <DeedForm deed="local-day-undo" words="law:calendar.localDayUndo" form={form}>
        <TextField name="date" type="date" label={t('law:fields.date')} />
        <TextField name="reason" label={t('law:fields.reason')} hint={t('law:fields.reasonHint')} />
      </DeedForm>
    </>
  );
}

function MartialLawForms({ martialLaw, form }: Pick<Props, 'martialLaw' | 'form'>) {
  const { t, locale } = usePage();
  const last = martialLaw.at(-1);
  const endFields = (
    <>
      <TextField
        name="to"
        type="date"
        label={t('law:calendar.until')}
        hint={t('law:calendar.untilHint')}
        optional
      />
      <TextField name="article" label={t('law:fields.article')} hint={t('law:calendar.martialLawArticle')} />
    </>
  );
  return (
    <>
      {last === undefined ? null : (
        <DeedForm deed="martial-law-end" words="law:calendar.martialLawEnd" form={form}>
          <SelectField
            name="from"
            label={t('law:calendar.martialLawWhich')}
            value={last.from}
            options={martialLaw.map(({ from }) => ({ value: from, label: formatDate(from, locale) }))}
          />
          {endFields}
        </DeedForm>
      )}
      <DeedForm deed="martial-law" words="law:calendar.martialLawAdd" form={form}>
        <TextField name="from" type="date" label={t('law:fields.from')} />
        {endFields}
      </DeedForm>
    </>
  );
}

function HolidayForms({ form }: Pick<Props, 'form'>) {
  const { t } = usePage();
  const dayFields = (
    <>
      <TextField name="day" label={t('law:calendar.day')} inputMode="numeric" width={4} />
      <TextField name="month" label={t('law:calendar.month')} inputMode="numeric" width={4} />
    </>
  );
  return (
    <>
      <DeedForm deed="holiday" words="law:calendar.holidayAdd" form={form}>
        <TextField name="name" label={t('law:calendar.holidayName')} width={20} />
        {dayFields}
        <TextField name="validFrom" type="date" label={t('law:fields.validFrom')} />
        <TextField name="article" label={t('law:fields.article')} />
      </DeedForm>
      <DeedForm deed="holiday-end" words="law:calendar.holidayEnd" form={form}>
        {dayFields}
        <TextField name="on" type="date" label={t('law:calendar.holidayEndOn')} />
        <TextField name="article" label={t('law:fields.article')} />
      </DeedForm>
    </>
  );
}
