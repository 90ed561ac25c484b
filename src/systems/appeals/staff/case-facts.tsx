import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { PlaceMap } from '../../address-register/index.ts';
import type { AppealCase } from '../appeal-case.ts';
import type { Choices } from './card-fields.tsx';

/** The card, the author and the text. */
export function CaseFacts({ found, choices }: { found: AppealCase; choices: Choices }) {
  const { t, locale } = usePage();
  const term = (name: string) => t(`appeals:fields.${name}`);
  const { author } = found;
  const words = (entry: { label: string; labelEn: string }) =>
    locale === 'uk' ? entry.label : entry.labelEn;
  const categories = choices.categories.filter(({ code }) => found.categories.includes(code)).map(words);
  const status = choices.statuses.find(({ code }) => code === found.status);
  return (
    <>
      <h2>{t('appeals:case.facts')}</h2>
      <blockquote class="appeal-text">{found.text}</blockquote>
      <SummaryList
        lines={[
          { term: term('nameShort'), value: author?.name },
          { term: term('address'), value: author?.address },
          { term: term('phone'), value: author?.phone },
          { term: term('email'), value: author?.email },
          { term: term('sex'), value: found.sex === 'not-stated' ? null : t(`appeals:sexes.${found.sex}`) },
          { term: term('categories'), value: categories.join(', ') },
          { term: term('status'), value: status === undefined ? null : words(status) },
          { term: term('place'), value: found.place },
          { term: term('channel'), value: t(`appeals:channels.${found.channel}`) },
          { term: term('document'), value: t(`appeals:documents.${found.document}`) },
          { term: term('sender'), value: found.sender },
          { term: term('kind'), value: t(`appeals:kinds.${found.kind}`) },
          { term: term('sign'), value: t(`appeals:signs.${found.sign}`) },
          { term: term('subject'), value: subjectOf(found, t(`appeals:subjects.${found.subject}`)) },
          {
            term: term('deputy'),
            value: found.deputy === null ? null : t(`appeals:deputies.${found.deputy}`),
          },
          { term: term('complainedOf'), value: found.complainedOf.map(({ name }) => name).join(', ') },
          { term: t('appeals:case.received'), value: formatDateTime(found.registeredAt, locale) },
          { term: t('appeals:case.countedFrom'), value: formatDate(found.countedFrom, locale) },
          { term: t('appeals:case.executors'), value: executorsOf(found) },
          { term: t('appeals:case.control'), value: controlOf(found) },
          {
            term: term('outcome'),
            value: found.outcome === null ? null : t(`appeals:outcomes.${found.outcome}`),
          },
          { term: term('note'), value: found.closingNote },
          {
            term: t('appeals:case.done'),
            value: found.done === null ? null : t(`appeals:done.${found.done}`),
          },
        ]}
      />
      {found.lat === null || found.lon === null ? null : <PlaceMap lat={found.lat} lon={found.lon} />}
      <Questions found={found} choices={choices} />
      {found.files.length === 0 ? null : (
        <>
          <h3>{t('appeals:fields.files')}</h3>
          <ul>
            {found.files.map(({ id, name }) => (
              <li key={id}>
                <a href={`/files/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function subjectOf({ subject, people }: AppealCase, words: string): string {
  return subject === 'collective' ? `${words} (${people})` : words;
}

function executorsOf({ executors, unit }: AppealCase): string {
  return executors.length === 0
    ? (unit ?? '')
    : executors.map(({ name, unitName }) => `${name} (${unitName})`).join(', ');
}

function controlOf({ controls }: AppealCase): string {
  const last = controls.at(-1);
  if (last === undefined) return '';
  return last.reason === null ? last.controllerName : `${last.controllerName}: ${last.reason}`;
}

function Questions({ found, choices }: { found: AppealCase; choices: Choices }) {
  const { t, locale } = usePage();
  const topic = (code: string) => {
    const entry = choices.topics.find((one) => one.code === code);
    if (entry === undefined) return t('appeals:fields.noTopic');
    return `${code} ${locale === 'uk' ? entry.label : entry.labelEn}`;
  };
  return (
    <>
      <h3>{t('appeals:register.questions')}</h3>
      <ol>
        {found.questions.map((question) => (
          <li key={question.no}>
            {topic(question.topic)}
            {question.text === '' ? null : <>: {question.text}</>}
            {question.unitName === null ? null : <> → {question.executorName ?? question.unitName}</>}
            {question.outcome === null ? null : <> · {t(`appeals:outcomes.${question.outcome}`)}</>}
          </li>
        ))}
      </ol>
    </>
  );
}
