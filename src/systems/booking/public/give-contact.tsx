import { formatDate, formatTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { ASSISTANCE, HOLD_MINUTES } from '../booking.ts';
import { type Wish, wishPath } from './booking-wish.ts';
import { type Free, serviceNames } from './choose-time.tsx';

/** The fourth step: what was chosen, and where the letter goes. */
export function GiveContact({ free, wish, form }: { free: Free; wish: Wish; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const at = new Date(wish.time ?? '');
  const place = locale === 'uk' ? free.hall.name : free.hall.nameEn;
  return (
    <>
      <h1>{t('booking:contact.title')}</h1>
      <SummaryList
        lines={[
          {
            term: t('booking:visit.service'),
            value: serviceNames(free, locale),
            action: <Change to="/booking" what="service" />,
          },
          {
            term: t('booking:visit.when'),
            value: `${formatDate(at, locale)}, ${formatWeekday(at, locale)}, ${formatTime(at)}`,
            action: <Change to={wishPath({ ...wish, time: undefined })} what="when" />,
          },
          {
            term: t('booking:visit.people'),
            value: t('booking:people', { count: wish.people }),
            action: <Change to={wishPath({ ...wish, day: undefined, time: undefined })} what="people" />,
          },
          { term: t('booking:visit.where'), value: `${place}, ${free.hall.address}` },
        ]}
      />
      <Form state={form} draft="booking">
        <HiddenField name="deed" value="hold" />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={t('booking:contact.email')}
          hint={t('booking:contact.emailHint', { count: HOLD_MINUTES })}
          width={20}
        />
        <TextField
          name="name"
          label={t('booking:contact.name')}
          autocomplete="name"
          maxLength={100}
          width={20}
          optional
        />
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          label={t('booking:contact.phone')}
          width={20}
          optional
        />
        <SelectField
          name="assistance"
          label={t('booking:contact.assistance')}
          hint={t('booking:contact.assistanceHint')}
          empty={t('booking:assistance.none')}
          options={ASSISTANCE.map((value) => ({ value, label: t(`booking:assistance.${value}`) }))}
          optional
        />
        <p class="soft">{t('booking:contact.privacy')}</p>
        <Button>{t('booking:contact.hold')}</Button>
      </Form>
    </>
  );
}

function Change({ to, what }: { to: string; what: 'service' | 'when' | 'people' }) {
  const { t } = usePage();
  return (
    <a href={to}>
      {t('booking:contact.change')}
      <span class="unseen"> {t(`booking:visit.${what}`)}</span>
    </a>
  );
}
