import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { MOST_PEOPLE, MOST_SERVICES } from '../booking.ts';
import type { freeTimes } from '../queries/free-times.ts';
import { type Wish, wishPath } from './booking-wish.ts';

export type Free = z.output<(typeof freeTimes)['output']>;

export function serviceNames({ services }: Pick<Free, 'services'>, locale: 'uk' | 'en'): string {
  return services.map(({ name, nameEn }) => (locale === 'uk' ? name : nameEn)).join('; ');
}

/** The second step: the day, with how many times are free in it. */
export function ChooseDay({ free, wish }: { free: Free; wish: Wish }) {
  const { t, locale } = usePage();
  const openDays = free.days.filter(({ open }) => open);
  return (
    <>
      <h1>{t('booking:day.title')}</h1>
      <p class="lead">{serviceNames(free, locale)}</p>
      <p>
        {t('booking:day.takes', { count: free.minutes })}{' '}
        {wish.services.length < MOST_SERVICES ? (
          <a href={`${wishPath({ services: wish.services })}&more=on`}>{t('booking:day.addService')}</a>
        ) : null}
      </p>
      <form class="form form-inline" method="get" action="/booking">
        <HiddenField name="services" value={wish.services.join(',')} />
        <SelectField
          name="people"
          label={t('booking:day.people')}
          value={String(wish.people)}
          options={Array.from({ length: MOST_PEOPLE }, (_, index) => ({
            value: String(index + 1),
            label: t('booking:people', { count: index + 1 }),
          }))}
        />
        <Button look="plain">{t('booking:day.recount')}</Button>
      </form>
      <ul class="booking-days">
        {openDays.map(({ day, free: count }) => (
          <li key={day}>
            <a href={wishPath({ ...wish, day, time: undefined })} data-full={count === 0 ? '' : undefined}>
              <span class="booking-day">{formatDate(day, locale)}</span>
              <span>{formatWeekday(day, locale)}</span>
              <span class="booking-free">
                {count === 0 ? t('booking:day.full') : t('booking:day.free', { count })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const NOON = '12:00';

/** The third step: the time; where there is none, the list of those who wait for a freed one. */
export function ChooseTime({ free, wish, form }: { free: Free; wish: Wish; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const day = wish.day ?? '';
  const before = free.times.filter((time) => kyivTime(new Date(time)) < NOON);
  const after = free.times.filter((time) => kyivTime(new Date(time)) >= NOON);
  return (
    <>
      <h1>
        {formatDate(day, locale)}, {formatWeekday(day, locale)}
      </h1>
      <p class="lead">{serviceNames(free, locale)}</p>
      <p>
        <a href={wishPath({ ...wish, day: undefined, time: undefined })}>{t('booking:time.otherDay')}</a>
      </p>
      {free.times.length === 0 ? <WaitForDay form={form} /> : null}
      <Times title={t('booking:time.before')} times={before} wish={wish} />
      <Times title={t('booking:time.after')} times={after} wish={wish} />
    </>
  );
}

function Times({ title, times, wish }: { title: string; times: readonly string[]; wish: Wish }) {
  if (times.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul class="booking-times">
        {times.map((time) => (
          <li key={time}>
            <a href={wishPath({ ...wish, time })}>{formatTime(new Date(time))}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WaitForDay({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <Notice title={t('booking:waiting.full')}>{t('booking:waiting.lead')}</Notice>
      <Form state={form} id="waiting">
        <HiddenField name="deed" value="wait" />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={t('booking:contact.email')}
          width={20}
        />
        <Button>{t('booking:waiting.join')}</Button>
      </Form>
    </>
  );
}
