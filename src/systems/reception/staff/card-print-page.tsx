import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { getVisit } from '../queries/get-visit.ts';
import { NO_TOPIC } from '../reception.ts';
import { momentWords } from '../reception-words.ts';
import type { Card } from './card-page.tsx';

/** The card on paper: what is known is printed, what is decided by pen has its lines. */
export const cardPrintPage = definePage({
  path: '/desk/reception/:id/print',
  may: ['registrar', 'leader', 'auditor'],
  shell: 'print',
  async get(request) {
    const card = await request.ask(getVisit, { visitId: request.params['id'] ?? '' });
    return view(request.t('reception:card.title'), <Paper card={card} />);
  },
});

function Paper({ card }: { card: Card }) {
  const { t, locale } = usePage();
  const lines = [
    [t('reception:card.number'), card.code],
    [t('reception:columns.leader'), `${card.leader}, ${card.position}`],
    [t('reception:columns.time'), momentWords(card.startsAt, locale)],
    [t('reception:columns.place'), card.place],
    [t('reception:fields.name'), card.name],
    [t('reception:fields.address'), card.address],
    [t('reception:fields.phone'), card.phone],
    [t('reception:fields.email'), card.email],
    [t('reception:card.asked'), card.question],
  ];
  return (
    <>
      <h1>{t('reception:card.title')}</h1>
      <table class="reception-card">
        <tbody>
          {lines.map(([term, value]) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('reception:card.decided')}</h2>
      {card.questions.length === 0 ? <Blank /> : <Decided questions={card.questions} />}
      <p>{t('reception:card.signature')} ______________________</p>
      <p>{t('reception:card.agree')} ______________________</p>
      <p>{t('reception:sheet.personal')}</p>
    </>
  );
}

function Blank() {
  const { t } = usePage();
  return (
    <>
      <p>{t('reception:card.blank')}</p>
      <div class="reception-lines" />
    </>
  );
}

function Decided({ questions }: Pick<Card, 'questions'>) {
  const { t, locale } = usePage();
  return (
    <ol>
      {questions.map(({ no, words, topic, topicLabel, topicLabelEn, outcome, answer, appealNumber }) => (
        <li key={no}>
          <p>{words}</p>
          {topic === NO_TOPIC ? null : (
            <p>
              {t('reception:columns.topic')}: {locale === 'uk' ? topicLabel : topicLabelEn}
            </p>
          )}
          <p>
            {t('reception:columns.outcome')}: <strong>{t(`reception:outcomes.${outcome}`)}</strong>
            {appealNumber === null ? '' : ` (${appealNumber})`}
          </p>
          {answer === '' ? null : <p>{answer}</p>}
        </li>
      ))}
    </ol>
  );
}
