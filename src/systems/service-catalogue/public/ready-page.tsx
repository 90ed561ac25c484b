import { definePage, type Page, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { getDefinitionQuery } from '../queries/get-definition.ts';
import { getServiceQuery } from '../queries/get-service.ts';
import { judgeReadiness, questionsOf, type ReadinessAnswer, type YesNo } from '../readiness.ts';
import { ReadyList, ReadyPaper } from './ready-list.tsx';
import { ReadyQuestions } from './ready-questions.tsx';
import { Ukrainian } from './ukrainian.tsx';
import type { ServiceAnswer } from './service-page.tsx';

export interface Ready {
  readonly answer: ServiceAnswer;
  readonly questions: ReturnType<typeof questionsOf>;
  readonly given: Readonly<Record<string, YesNo | undefined>>;
  readonly result: ReadinessAnswer;
  /** Places of papers ticked as being at hand; null = not asked yet. */
  readonly have: ReadonlySet<number> | null;
}

/** Readiness before the visit: from the card's own rules to «візьміть» and «вам відмовлять, бо». Keeps nothing. */
export const readyPages: readonly Page[] = [
  definePage({
    path: '/services/:code/ready',
    may: 'anyone',
    shell: 'resident',
    get: async (request) => {
      const ready = await prepare(request);
      const { service } = ready.answer;
      const isAsked = request.query['asked'] === 'yes' || ready.questions.length === 0;
      return view(
        `${request.t('service-catalogue:ready.title')} ${service.name}`,
        <>
          <p>
            <a href={`/services/${service.code}`}>← {request.t('service-catalogue:ready.toCard')}</a>
          </p>
          <h1>{request.t('service-catalogue:ready.title')}</h1>
          <p class="lead">
            {request.locale === 'uk' ? <Ukrainian>{service.name}</Ukrainian> : service.nameEn}
          </p>
          <ReadyQuestions ready={ready} />
          {isAsked ? <ReadyList ready={ready} /> : null}
        </>,
      );
    },
  }),
  definePage({
    path: '/services/:code/ready/print',
    may: 'anyone',
    shell: 'print',
    get: async (request) => {
      const ready = await prepare(request);
      return view(request.t('service-catalogue:ready.title'), <ReadyPaper ready={ready} />);
    },
  }),
];

async function prepare(request: PageRequest): Promise<Ready> {
  const code = request.params['code']?.slice(0, 20) ?? '';
  const { card, readiness } = await request.ask(getDefinitionQuery, { code });
  const answer = await request.ask(getServiceQuery, { code });
  const facts = { documents: answer.service.documents, card, rules: readiness };
  const questions = questionsOf(facts);
  const given = Object.fromEntries(questions.map(({ name }) => [name, yesNo(request.query[name])]));
  return { answer, questions, given, result: judgeReadiness(facts, given), have: ticked(request) };
}

function yesNo(text: string | undefined): YesNo | undefined {
  return text === 'yes' || text === 'no' ? text : undefined;
}

/** Ticks come as `have-0=on&have-2=on` beside `ticked=yes`. */
function ticked({ query }: PageRequest): ReadonlySet<number> | null {
  if (query['ticked'] !== 'yes') return null;
  const names = Object.keys(query).flatMap((name) => /^have-(\d{1,3})$/.exec(name)?.[1] ?? []);
  return new Set(names.map(Number));
}
