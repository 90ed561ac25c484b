import type { ComponentChildren } from 'preact';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import { getAppeal } from '../queries/get-appeal.ts';
import { listChoices } from '../queries/list-choices.ts';
import { stateName } from '../words.ts';
import type { Choices } from './card-fields.tsx';

/** Реєстраційно-контрольна картка: the appeal on one sheet, to lie in its folder (КМУ 348). */
export const cardPaperPage = definePage({
  path: '/desk/appeals/:id/card',
  may: ['registrar', 'leader', 'specialist', 'auditor'],
  shell: 'print',
  async get(request) {
    const found = await request.ask(getAppeal, { caseId: request.params['id'] ?? '' });
    const choices = await request.ask(listChoices, {});
    const title = request.t('appeals:cardPaper.titleOf', { index: found.index });
    return view(title, <CardPaper found={found} choices={choices} />);
  },
});

interface Props {
  readonly found: AppealCase;
  readonly choices: Choices;
}

function CardPaper({ found, choices }: Props) {
  const { t, locale } = usePage();
  return (
    <article class="appeal-paper">
      <p class="paper-council">{t('appeals:paper.council')}</p>
      <h1>{t('appeals:cardPaper.title')}</h1>
      <table class="paper-grid">
        <tbody>
          <Row of="index">
            <strong>{found.index}</strong> · {found.number}
          </Row>
          <Row of="received">{formatDateTime(found.registeredAt, locale)}</Row>
          <Row of="dueOn">{found.dueOn === null ? null : formatDate(found.dueOn, locale)}</Row>
          <AuthorRows found={found} choices={choices} />
          <ClassifierRows found={found} />
          <Row of="place">{found.place}</Row>
          <Row of="questions">
            <Questions found={found} choices={choices} />
          </Row>
          <Row of="text">{found.text}</Row>
          <Row of="resolutions">
            <Resolutions found={found} />
          </Row>
          <Row of="control">
            {found.controls.map(({ controllerName, reason }) =>
              [controllerName, reason].filter((part) => part !== null).join(': '),
            )}
          </Row>
          <Row of="answers">
            <Answers found={found} />
          </Row>
          <Row of="outcome">
            {found.outcome === null
              ? stateName(found.state, locale)
              : [
                  t(`appeals:outcomes.${found.outcome}`),
                  found.outcomeDay === null ? '' : formatDate(found.outcomeDay, locale),
                ].join(', ')}
          </Row>
          <Row of="links">
            {found.links
              .map(
                ({ number, kind, outgoing }) =>
                  `${number}: ${t(`appeals:links.${kind}.${outgoing ? 'out' : 'in'}`)}`,
              )
              .join('; ')}
          </Row>
        </tbody>
      </table>
      <p class="paper-sign">{t('appeals:cardPaper.sign')}</p>
    </article>
  );
}

function Row({ of, children }: { of: string; children: ComponentChildren }) {
  const { t } = usePage();
  return (
    <tr>
      <th scope="row">{t(`appeals:cardPaper.${of}`)}</th>
      <td>{children}</td>
    </tr>
  );
}

function AuthorRows({ found, choices }: Props) {
  const { t, locale } = usePage();
  const { author } = found;
  const words = (entry: { label: string; labelEn: string }) =>
    locale === 'uk' ? entry.label : entry.labelEn;
  const told = [
    found.sex === 'not-stated' ? '' : t(`appeals:sexes.${found.sex}`),
    ...choices.categories.filter(({ code }) => found.categories.includes(code)).map(words),
    ...choices.statuses.filter(({ code }) => code === found.status).map(words),
  ].filter((part) => part !== '');
  return (
    <>
      <Row of="author">{author?.name ?? t('appeals:subjects.anonymous')}</Row>
      <Row of="address">
        {[author?.address, author?.phone, author?.email]
          .filter((part) => part !== null && part !== undefined)
          .join(', ')}
      </Row>
      <Row of="categories">{told.join(', ')}</Row>
    </>
  );
}

function ClassifierRows({ found }: { found: AppealCase }) {
  const { t } = usePage();
  const { channel, document, kind, sign, subject, people, sender, deputy } = found;
  const what = [
    t(`appeals:kinds.${kind}`),
    t(`appeals:signs.${sign}`),
    subject === 'collective'
      ? `${t('appeals:subjects.collective')} (${people})`
      : t(`appeals:subjects.${subject}`),
    ...(deputy === null ? [] : [t(`appeals:deputies.${deputy}`)]),
  ];
  return (
    <>
      <Row of="channel">
        {[t(`appeals:channels.${channel}`), t(`appeals:documents.${document}`)].join(', ')}
      </Row>
      <Row of="sender">{sender}</Row>
      <Row of="kind">{what.join(', ')}</Row>
    </>
  );
}

function Questions({ found, choices }: Props) {
  const { t, locale } = usePage();
  return (
    <ol>
      {found.questions.map(({ no, topic, text, outcome, unitName, executorName }) => {
        const entry = choices.topics.find(({ code }) => code === topic);
        const label =
          entry === undefined
            ? t('appeals:fields.noTopic')
            : `${topic} ${locale === 'uk' ? entry.label : entry.labelEn}`;
        const parts = [
          text,
          executorName ?? unitName ?? '',
          outcome === null ? '' : t(`appeals:outcomes.${outcome}`),
        ];
        return <li key={no}>{[label, ...parts.filter((part) => part !== '')].join('; ')}</li>;
      })}
    </ol>
  );
}

function Resolutions({ found }: { found: AppealCase }) {
  const { t, locale } = usePage();
  return (
    <>
      {found.resolutions.map((one) => (
        <p key={one.id}>
          <strong>{one.staff ?? one.unit}</strong>: {one.text}
          {one.dueOn === null ? '' : ` (${t('appeals:case.by', { day: formatDate(one.dueOn, locale) })})`}
          <br />
          {one.author}, {formatDate(one.givenAt, locale)}
        </p>
      ))}
    </>
  );
}

function Answers({ found }: { found: AppealCase }) {
  const { t, locale } = usePage();
  return (
    <>
      {found.answers
        .filter(({ sentAt }) => sentAt !== null)
        .map(({ id, kind, sentAt, sentHow, approvedBy }) => (
          <p key={id}>
            {t(`appeals:answerKinds.${kind}`)}, {sentAt === null ? '' : formatDate(sentAt, locale)}
            {sentHow === null ? '' : `, ${t(`appeals:sentHow.${sentHow}`)}`}
            {approvedBy === null ? '' : `, ${t('appeals:cardPaper.signedBy', { name: approvedBy })}`}
          </p>
        ))}
    </>
  );
}
