import type { z } from 'zod';
import { formatTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { receiveWalkIn } from '../actions/receive-walk-in.ts';
import { timeLeft } from '../queries/time-left.ts';

type Leaders = z.output<(typeof timeLeft)['output']>['leaders'];

/** Somebody stands at the door without a booking: who receives today and has time left. */
export const walkInPage = definePage({
  path: '/desk/reception/walk-in',
  may: ['registrar', 'leader'],
  shell: 'staff',
  async get(request, form) {
    const { leaders } = await request.ask(timeLeft, {});
    return view(request.t('reception:walkIn.title'), <WalkIn leaders={leaders} form={form} />);
  },
  async post(request) {
    const { visitId } = await request.run(receiveWalkIn, {
      leaderId: request.field('leaderId'),
      name: request.field('name'),
      phone: request.field('phone'),
      question: request.field('question'),
    });
    return redirect(`/desk/reception/${visitId}`, 'reception:notices.walkIn');
  },
});

function WalkIn({ leaders, form }: { leaders: Leaders; form: FormState | undefined }) {
  const { t, actor } = usePage();
  const free = leaders.filter(({ times }) => times.length > 0);
  return (
    <>
      <h1>{t('reception:walkIn.title')}</h1>
      <p class="lead">{t('reception:walkIn.lead')}</p>
      {free.length === 0 ? (
        <>
          <EmptyState>
            {t(leaders.length === 0 ? 'reception:walkIn.nobody' : 'reception:walkIn.none')}
          </EmptyState>
          {actor.roles.includes('registrar') ? (
            <p class="buttons">
              <LinkButton href="/desk/reception/new">{t('reception:list.book')}</LinkButton>
            </p>
          ) : null}
        </>
      ) : (
        <WalkInForm leaders={free} form={form} />
      )}
    </>
  );
}

function WalkInForm({ leaders, form }: { leaders: Leaders; form: FormState | undefined }) {
  const { t } = usePage();
  const words = (times: readonly string[]) => times.map((one) => formatTime(new Date(one))).join(', ');
  const [only, ...others] = leaders;
  return (
    <Form state={form}>
      <RadioField
        name="leaderId"
        label={t('reception:walkIn.who')}
        {...(only !== undefined && others.length === 0 ? { value: only.id } : {})}
        options={leaders.map(({ id, name, position, times }) => ({
          value: id,
          label: `${name}, ${position}`,
          hint: t('reception:walkIn.times', { times: words(times) }),
        }))}
      />
      <TextField name="name" label={t('reception:fields.name')} maxLength={200} first />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('reception:fields.phone')}
        hint={t('reception:walkIn.contactHint')}
        width={20}
        optional
      />
      <TextField
        name="question"
        label={t('reception:fields.question')}
        hint={t('reception:fields.questionHint')}
        rows={3}
        maxLength={500}
      />
      <Button hotkey="Ctrl+Enter">{t('reception:walkIn.send')}</Button>
    </Form>
  );
}
