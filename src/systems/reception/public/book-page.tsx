import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
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
import { bookVisit } from '../actions/book-visit.ts';
import { momentWords } from '../reception-words.ts';
import { type Choice, PlaceList, readChoice } from './place-list.tsx';

const PATH = '/reception/book';

/** A leader, a time, then who comes and with what; every step is an address. */
export const bookPage = definePage({
  path: PATH,
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const choice = await readChoice(request);
    return view(request.t('reception:book.title'), <Book {...choice} form={form} />);
  },
  async post(request) {
    const { code } = await request.run(bookVisit, visitorOf(request));
    return redirect(`/reception/visit?code=${code}`, 'reception:notices.booked');
  },
});

/** What the form of a booking holds, on the site and at the desk. */
export function visitorOf(request: PagePost) {
  return {
    leaderId: request.field('leaderId'),
    startsAt: request.field('startsAt'),
    name: request.field('name'),
    phone: request.field('phone'),
    email: request.field('email'),
    question: request.field('question'),
  };
}

function Book({ leaders, chosen, gone, form }: Choice & { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('reception:book.title')}</h1>
      {gone ? <Notice kind="attention">{form?.problem ?? t('reception:book.gone')}</Notice> : null}
      {chosen === null ? (
        <>
          <p class="lead">{t('reception:book.choose')}</p>
          <PlaceList leaders={leaders} path={PATH} />
        </>
      ) : (
        <>
          <ChosenPlace chosen={chosen} path={PATH} />
          <Form state={form}>
            <VisitorFields chosen={chosen} />
            <p>{t('reception:book.why')}</p>
            <Button>{t('reception:book.send')}</Button>
          </Form>
        </>
      )}
    </>
  );
}

type Chosen = NonNullable<Choice['chosen']>;

export function ChosenPlace({ chosen: { leader, place }, path }: { chosen: Chosen; path: string }) {
  const { t, locale } = usePage();
  return (
    <SummaryList
      lines={[
        { term: t('reception:columns.leader'), value: `${leader.name}, ${leader.position}` },
        {
          term: t('reception:columns.time'),
          value: momentWords(place.startsAt, locale),
          action: <a href={path}>{t('reception:book.other')}</a>,
        },
        { term: t('reception:columns.place'), value: place.place },
      ]}
    />
  );
}

export function VisitorFields({ chosen: { leader, place } }: { chosen: Chosen }) {
  const { t } = usePage();
  return (
    <>
      <HiddenField name="leaderId" value={leader.id} />
      <HiddenField name="startsAt" value={place.startsAt} />
      <TextField name="name" label={t('reception:fields.name')} autocomplete="name" maxLength={200} />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        label={t('reception:fields.phone')}
        hint={t('reception:fields.phoneHint')}
        width={20}
        optional
      />
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autocomplete="email"
        label={t('reception:fields.email')}
        hint={t('reception:fields.emailHint')}
        optional
      />
      <TextField
        name="question"
        label={t('reception:fields.question')}
        hint={t('reception:fields.questionHint')}
        rows={3}
        maxLength={500}
      />
    </>
  );
}
