import type { z } from 'zod';
import { LinkButton } from '../../../kernel/page/components/button.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import {
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { cancelVisit } from '../actions/cancel-visit.ts';
import { markNoShow } from '../actions/mark-no-show.ts';
import { recordCard } from '../actions/record-card.ts';
import { getVisit } from '../queries/get-visit.ts';
import { momentWords, STATE_TONES } from '../reception-words.ts';
import { CARD_OUTCOMES, MOST_QUESTIONS } from '../reception.ts';
import { CardForms } from './card-forms.tsx';

export type Card = z.output<(typeof getVisit)['output']>;

/** The number and code of the appeals that a card gave birth to; shown to the clerk for a short while. */
const GIVEN = 'reception-appeals';
const SHOWN_MINUTES = 15;

/** Картка особистого прийому. */
export const cardPage = definePage({
  path: '/desk/reception/:id',
  may: ['registrar', 'leader', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const card = await request.ask(getVisit, { visitId: request.params['id'] ?? '' });
    const [of = '', ...given] = request.cookie(GIVEN).split('_');
    const codes = of === card.id ? given.map((one) => one.split('.')) : [];
    return view(request.t('reception:card.title'), <CardView card={card} codes={codes} form={form} />);
  },
  async post(request) {
    const visitId = request.params['id'] ?? '';
    const here = `/desk/reception/${visitId}`;
    switch (request.field('deed')) {
      case 'no-show':
        await request.run(markNoShow, { visitId });
        return redirect(here, 'reception:notices.noShow');
      case 'cancel':
        await request.run(cancelVisit, { code: request.field('code') });
        return redirect(here, 'reception:notices.cancelled');
      default: {
        const { appeals } = await request.run(recordCard, cardOf(request, visitId));
        const value = [visitId, ...appeals.map((one) => `${one.number}.${one.trackingCode}`)].join('_');
        const expires = new Date(request.now.getTime() + SHOWN_MINUTES * 60_000);
        const done = redirect(here, 'reception:notices.recorded');
        return appeals.length === 0 ? done : { ...done, cookies: { [GIVEN]: { value, expires } } };
      }
    }
  },
});

/** Empty questions are left out, the first never. */
function cardOf(request: PagePost, visitId: string) {
  const rows = Array.from({ length: MOST_QUESTIONS }, (_, index) => ({
    topic: request.field(`questions.${index}.topic`) || 'not-stated',
    text: request.field(`questions.${index}.text`),
    outcome: CARD_OUTCOMES.find((one) => one === request.field(`questions.${index}.outcome`)) ?? 'explained',
    answer: request.field(`questions.${index}.answer`),
  }));
  const questions = rows.filter(({ text }, index) => index === 0 || text !== '');
  return { visitId, address: request.field('address'), questions };
}

interface Props {
  readonly card: Card;
  readonly codes: readonly (readonly string[])[];
  readonly form: FormState | undefined;
}

function CardView({ card, codes, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('reception:card.title')}</h1>
      <p>
        <StatusTag tone={STATE_TONES[card.state]}>{t(`reception:states.${card.state}`)}</StatusTag>
      </p>
      <div class="case-parts">
        <section aria-label={t('reception:card.todo')}>
          {codes.map(([number = '', code = '']) => (
            <p key={number}>
              <strong>{t('reception:card.appealCode', { number, code })}</strong>
            </p>
          ))}
          <Questions questions={card.questions} />
          <CardForms card={card} form={form} />
        </section>
        <section aria-label={t('reception:card.who')}>
          <Facts card={card} />
          <p class="buttons">
            <LinkButton href={`/desk/reception/${card.id}/print`} look="quiet">
              {t('reception:card.print')}
            </LinkButton>
            {card.state === 'booked' ? (
              <LinkButton href={`/reception/move?code=${card.code}`} look="quiet">
                {t('reception:visit.move')}
              </LinkButton>
            ) : null}
          </p>
        </section>
      </div>
    </>
  );
}

function Facts({ card }: Pick<Props, 'card'>) {
  const { t, locale } = usePage();
  return (
    <SummaryList
      lines={[
        { term: t('reception:columns.leader'), value: `${card.leader}, ${card.position}` },
        { term: t('reception:columns.time'), value: momentWords(card.startsAt, locale) },
        { term: t('reception:columns.place'), value: card.place },
        { term: t('reception:fields.name'), value: card.name },
        { term: t('reception:fields.phone'), value: card.phone },
        { term: t('reception:fields.email'), value: card.email },
        { term: t('reception:fields.address'), value: card.address },
        { term: t('reception:fields.question'), value: card.question },
        { term: t('reception:columns.channel'), value: t(`reception:channels.${card.channel}`) },
        { term: t('reception:visit.code'), value: <strong class="reception-code">{card.code}</strong> },
      ].filter(({ value }) => value !== '')}
    />
  );
}

function Questions({ questions }: Pick<Card, 'questions'>) {
  const { t, locale } = usePage();
  return (
    <>
      {questions.map((one) => (
        <article key={one.no}>
          <h2>{t('reception:card.question', { number: one.no })}</h2>
          <p>{one.words}</p>
          <SummaryList
            lines={[
              {
                term: t('reception:columns.topic'),
                value: locale === 'uk' ? one.topicLabel : one.topicLabelEn,
              },
              { term: t('reception:columns.outcome'), value: t(`reception:outcomes.${one.outcome}`) },
              ...(one.answer === '' ? [] : [{ term: t('reception:fields.answer'), value: one.answer }]),
              ...(one.appealId === null
                ? []
                : [
                    {
                      term: t('reception:card.appeal'),
                      value: <a href={`/desk/appeals/${one.appealId}`}>{one.appealNumber}</a>,
                    },
                  ]),
            ]}
          />
        </article>
      ))}
    </>
  );
}
