import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { cancelVisit } from '../actions/cancel-visit.ts';
import { confirmVisit } from '../actions/confirm-visit.ts';
import { moveVisit } from '../actions/move-visit.ts';
import { freeTimes } from '../queries/free-times.ts';
import type { Free } from './choose-time.tsx';
import { CancelForm, ConfirmForm } from './visit-deeds.tsx';
import { askVisit, VisitFacts } from './visit-page.tsx';

export const confirmPage = definePage({
  path: '/booking/:code/confirm',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const visit = await askVisit(request);
    if (visit.state !== 'held' && form === undefined) return redirect(`/booking/${visit.code}`);
    const title = request.t('booking:confirm.title');
    return view(
      title,
      <>
        <h1>{title}</h1>
        <ConfirmForm code={visit.code} word={request.query['word']?.slice(0, 20) ?? ''} form={form} />
        <VisitFacts visit={visit} />
      </>,
    );
  },
  async post(request) {
    const code = request.params['code'] ?? '';
    await request.run(confirmVisit, { code, word: request.field('word') });
    return redirect(`/booking/${code}`, 'booking:confirm.done');
  },
});

export const cancelPage = definePage({
  path: '/booking/:code/cancel',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const visit = await askVisit(request);
    const title = request.t('booking:cancel.title');
    return view(
      title,
      <>
        <h1>{title}</h1>
        <VisitFacts visit={visit} />
        <p>{request.t('booking:cancel.note')}</p>
        <CancelForm code={visit.code} form={form} />
      </>,
    );
  },
  async post(request) {
    const code = request.params['code'] ?? '';
    await request.run(cancelVisit, { code });
    return redirect(`/booking/${code}`);
  },
});

/** Another day, then another time: the address keeps the day, the post does the move. */
export const movePage = definePage({
  path: '/booking/:code/move',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const visit = await askVisit(request);
    if (visit.state !== 'confirmed') return redirect(`/booking/${visit.code}`);
    const asked = request.query['day'] ?? '';
    const day = /^20\d\d-\d\d-\d\d$/.test(asked) ? asked : kyivDate(new Date(visit.startsAt));
    const free = await request.ask(freeTimes, {
      hall: visit.hall.code,
      services: visit.services.map(({ code }) => code),
      people: visit.people,
      day,
    });
    const title = request.t('booking:move.title');
    return view(
      title,
      <>
        <h1>{title}</h1>
        <VisitFacts visit={visit} />
        <ChooseMove free={free} day={day} form={form} />
      </>,
    );
  },
  async post(request) {
    const code = request.params['code'] ?? '';
    await request.run(moveVisit, { code, startsAt: request.field('startsAt') });
    return redirect(`/booking/${code}`, 'booking:move.done');
  },
});

function ChooseMove({ free, day, form }: { free: Free; day: string; form: FormState | undefined }) {
  const { t, locale, url } = usePage();
  const days = free.days.filter((one) => one.free > 0);
  return (
    <>
      <form class="form form-inline" method="get" action={url.split('?')[0]}>
        <SelectField
          name="day"
          label={t('booking:move.day')}
          value={day}
          options={days.map((one) => ({
            value: one.day,
            label: `${formatDate(one.day, locale)}, ${formatWeekday(one.day, locale)}`,
          }))}
        />
        <Button look="plain">{t('booking:move.show')}</Button>
      </form>
      {free.times.length === 0 ? (
        <EmptyState>{t('booking:move.none')}</EmptyState>
      ) : (
        <Form state={form} id="move">
          <SelectField
            name="startsAt"
            label={t('booking:move.time', { day: formatDate(day, locale) })}
            options={free.times.map((time) => ({ value: time, label: formatTime(new Date(time)) }))}
          />
          <Button>{t('booking:move.move')}</Button>
        </Form>
      )}
    </>
  );
}
