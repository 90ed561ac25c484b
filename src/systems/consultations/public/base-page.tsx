import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { changeQuery, usePage } from '../../../kernel/page/page-context.tsx';
import { countOf } from '../../../kernel/page/read-address.ts';
import { getAnswer } from '../queries/get-answer.ts';
import { type PublishedAnswer, searchAnswers } from '../queries/search-answers.ts';

const PAGE = 20;

/** What others asked already: words first, then the answers that have most of them. */
export const basePage = definePage({
  path: '/consultations',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  get: async (request) => {
    const words = request.query['words']?.slice(0, 200) ?? '';
    const serviceCode = request.query['service']?.slice(0, 20) || undefined;
    const offset = Math.min(9_980, countOf(request.query['after']));
    const found = await request.ask(searchAnswers, {
      words,
      limit: PAGE,
      offset,
      ...(serviceCode === undefined ? {} : { serviceCode }),
    });
    return view(
      request.t('consultations:base.title'),
      <Base words={words} service={serviceCode} {...found} next={offset + PAGE} />,
    );
  },
});

export const answerPage = definePage({
  path: '/consultations/:id',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 30,
  get: async (request) => {
    const answer = await request.ask(getAnswer, { id: request.params['id'] ?? '' });
    return view(firstWords(answer.question), <Answer answer={answer} />);
  },
});

interface BaseProps {
  readonly words: string;
  readonly service: string | undefined;
  readonly answers: readonly PublishedAnswer[];
  readonly more: boolean;
  readonly next: number;
}

function Base({ words, service, answers, more, next }: BaseProps) {
  const { t, url } = usePage();
  return (
    <>
      <h1>{t('consultations:base.title')}</h1>
      <p class="lead">{t('consultations:base.lead')}</p>
      <search>
        <Form method="get" action="/consultations" inline label={t('consultations:base.search')}>
          {service === undefined ? null : <HiddenField name="service" value={service} />}
          <TextField
            name="words"
            type="search"
            label={t('consultations:base.words')}
            hint={t('consultations:base.wordsHint')}
            value={words}
          />
          <Button>{t('consultations:base.search')}</Button>
        </Form>
      </search>
      {service === undefined ? null : (
        <p>
          {t('consultations:base.ofService', { name: answers[0]?.serviceName ?? service })}{' '}
          <a href={changeQuery(url, { service: null, after: null })}>{t('consultations:base.allServices')}</a>
        </p>
      )}
      {answers.length === 0 ? <EmptyState>{t('consultations:base.nothing')}</EmptyState> : null}
      {answers.map((answer) => (
        <article class="consultation" key={answer.id}>
          <h2 class="consultation-asked">
            <a href={`/consultations/${answer.id}`}>{firstWords(answer.question)}</a>
          </h2>
          <p>{firstWords(answer.answer, 220)}</p>
          <ServiceLine answer={answer} />
        </article>
      ))}
      {more ? (
        <p>
          <a href={changeQuery(url, { after: String(next) })}>{t('consultations:base.more')}</a>
        </p>
      ) : null}
      <h2>{t('consultations:base.notFound')}</h2>
      <p>
        <LinkButton
          href={service === undefined ? '/consultations/ask' : `/consultations/ask?service=${service}`}
        >
          {t('consultations:ask.title')}
        </LinkButton>
      </p>
    </>
  );
}

function Answer({ answer }: { answer: PublishedAnswer }) {
  const { t, locale } = usePage();
  return (
    <>
      <p>
        <a href="/consultations">{t('consultations:base.title')}</a>
      </p>
      <h1>{firstWords(answer.question)}</h1>
      {answer.question.length > HEADING ? <p class="consultation-text">{answer.question}</p> : null}
      <h2>{t('consultations:base.answer')}</h2>
      <p class="consultation-text">{answer.answer}</p>
      <p class="consultation-by">
        {t('consultations:base.published', { day: formatDate(answer.publishedOn, locale) })}
      </p>
      <ServiceLine answer={answer} />
      <p>{t('consultations:base.noAct')}</p>
    </>
  );
}

function ServiceLine({ answer }: { answer: PublishedAnswer }) {
  const { t } = usePage();
  if (answer.serviceCode === null) return null;
  return (
    <p class="consultation-by">
      {t('consultations:base.service')}{' '}
      <a href={`/services/${answer.serviceCode}`}>{answer.serviceName ?? answer.serviceCode}</a>
    </p>
  );
}

const HEADING = 120;

/** The beginning of a text, whole words. */
function firstWords(text: string, most = HEADING): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}
