import type { z } from 'zod';
import { formatDate, formatTime, formatWeekday } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { bookByTelephone } from '../actions/book-by-telephone.ts';
import { ASSISTANCE, MOST_PEOPLE, MOST_SERVICES } from '../booking.ts';
import { type Wish, wishOf, wishPath } from '../public/booking-wish.ts';
import { type Free, serviceNames } from '../public/choose-time.tsx';
import { findServices } from '../queries/find-services.ts';
import { freeTimes } from '../queries/free-times.ts';

const PATH = '/desk/bookings/new';
type Found = z.output<(typeof findServices)['output']>['services'];

/** Booking for somebody on the telephone: words, Enter, day, time, name, Ctrl Enter; the code is read aloud. */
export const telephonePage = definePage({
  path: PATH,
  may: ['administrator', 'head'],
  shell: 'staff',
  async get(request, form) {
    const wish = wishOf(request);
    const words = (request.query['words'] ?? '').trim().slice(0, 200);
    const { services: found } = await request.ask(findServices, { words });
    const free = wish.services.length === 0 ? null : await askFree(request, wish);
    return view(
      request.t('booking:telephone.title'),
      <Telephone words={words} found={found} wish={wish} free={free} form={form} />,
    );
  },
  async post(request) {
    const wish = wishOf(request);
    const { code } = await request.run(bookByTelephone, {
      services: [...wish.services],
      people: wish.people,
      startsAt: request.field('startsAt'),
      name: request.field('name'),
      phone: request.field('phone'),
      email: request.field('email'),
      assistance: ASSISTANCE.find((one) => one === request.field('assistance')) ?? null,
    });
    return redirect(`/desk/bookings/told/${code}`);
  },
});

/** The wished day, or the first that has a free time. */
async function askFree(request: PageRequest, wish: Wish): Promise<Free & { day: string | null }> {
  const asked = { services: [...wish.services], people: wish.people };
  const days = await request.ask(freeTimes, asked);
  const day = wish.day ?? days.days.find((one) => one.free > 0)?.day ?? null;
  return { ...(day === null ? days : await request.ask(freeTimes, { ...asked, day })), day };
}

interface Props {
  readonly words: string;
  readonly found: Found;
  readonly wish: Wish;
  readonly free: (Free & { readonly day: string | null }) | null;
  readonly form: FormState | undefined;
}

function Telephone({ words, found, wish, free, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('booking:telephone.title')}</h1>
      {wish.services.length < MOST_SERVICES ? (
        <Search words={words} found={found} wish={wish} first={free === null} />
      ) : null}
      {free === null ? null : <DayAndTime free={free} wish={wish} form={form} />}
    </>
  );
}

function Search({ words, found, wish, first }: Pick<Props, 'words' | 'found' | 'wish'> & { first: boolean }) {
  const { t, locale } = usePage();
  return (
    <>
      <search>
        <form class="form form-inline" method="get" action={PATH}>
          {first ? null : <HiddenField name="services" value={wish.services.join(',')} />}
          <TextField
            name="words"
            type="search"
            label={t(first ? 'booking:telephone.service' : 'booking:telephone.another')}
            value={words}
            maxLength={200}
            width={20}
            hotkey="F3"
            first={first}
          />
          <Button look="plain">{t('booking:service.find')}</Button>
        </form>
      </search>
      {words !== '' && found.length === 0 ? (
        <EmptyState>{t('booking:service.none', { words })}</EmptyState>
      ) : null}
      <ol class="booking-services">
        {found.map(({ code, name, nameEn, sector }) => (
          <li key={code}>
            <a href={wishPath({ services: [...wish.services, code], people: wish.people }, PATH)}>
              {locale === 'uk' ? name : nameEn}
            </a>
            <SectorTag sector={sector} short />
          </li>
        ))}
      </ol>
    </>
  );
}

function DayAndTime({
  free,
  wish,
  form,
}: {
  free: NonNullable<Props['free']>;
  wish: Wish;
  form: FormState | undefined;
}) {
  const { t, locale } = usePage();
  const days = free.days.filter((one) => one.free > 0 || one.day === free.day);
  return (
    <>
      <h2>{serviceNames(free, locale)}</h2>
      <p>
        {t('booking:day.takes', { count: free.minutes })} <a href={PATH}>{t('booking:telephone.anew')}</a>
      </p>
      <form class="form form-inline" method="get" action={PATH}>
        <HiddenField name="services" value={wish.services.join(',')} />
        <SelectField
          name="people"
          label={t('booking:columns.people')}
          value={String(wish.people)}
          options={Array.from({ length: MOST_PEOPLE }, (_, index) => ({
            value: String(index + 1),
            label: String(index + 1),
          }))}
        />
        <SelectField
          name="day"
          label={t('booking:move.day')}
          value={free.day ?? ''}
          options={days.map(({ day, free: count }) => ({
            value: day,
            label: `${formatDate(day, locale)}, ${formatWeekday(day, locale)} · ${count}`,
          }))}
        />
        <Button look="plain">{t('booking:move.show')}</Button>
      </form>
      {free.times.length === 0 ? (
        <EmptyState>{t('booking:move.none')}</EmptyState>
      ) : (
        <WhoCalls free={free} form={form} />
      )}
    </>
  );
}

function WhoCalls({ free, form }: { free: Free; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form id="book" state={form}>
      <SelectField
        name="startsAt"
        label={t('booking:columns.time')}
        options={free.times.map((time) => ({ value: time, label: formatTime(new Date(time)) }))}
      />
      <TextField name="name" label={t('booking:columns.name')} maxLength={100} width={20} first />
      <TextField name="phone" type="tel" inputMode="tel" label={t('booking:columns.phone')} width={20} />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t('booking:telephone.email')}
        width={20}
        optional
      />
      <SelectField
        name="assistance"
        label={t('booking:contact.assistance')}
        empty={t('booking:assistance.none')}
        options={ASSISTANCE.map((value) => ({ value, label: t(`booking:assistance.${value}`) }))}
      />
      <Button hotkey="Ctrl+Enter">{t('booking:telephone.book')}</Button>
    </Form>
  );
}
