import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DueBadge } from '../../../kernel/page/components/due-badge.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { joinProblem } from '../actions/join-problem.ts';
import { getProblem } from '../queries/problem.ts';
import type { Problem } from '../queries/problems.ts';
import { topicName } from '../words.ts';
import { ProblemName, ProblemPhotos, ProblemPlace, ProblemState } from './problem-parts.tsx';

const JOINED = 'joined-problems';
const REMEMBERED_DAYS = 90;
const DAY_MS = 24 * 3_600_000;
/** So many ids fit into a cookie. */
const MOST_REMEMBERED = 40;

/** One problem as everyone may see it, and the neighbour's «у мене так само». */
export const problemPage = definePage({
  path: '/problems/:id',
  may: 'anyone',
  shell: 'resident',
  async get(request, form) {
    const problem = await request.ask(getProblem, { id: request.params['id'] ?? '' });
    const hasJoined = joinedOf(request.cookie(JOINED)).includes(problem.id);
    const { topicName: name, topicNameEn: nameEn } = problem;
    const title = topicName({ name, nameEn }, request.locale);
    return view(title, <ProblemView problem={problem} hasJoined={hasJoined} form={form} />, {
      scripts: problem.lat === null ? [] : ['problem-map'],
    });
  },
  async post(request) {
    const id = request.params['id'] ?? '';
    const joined = joinedOf(request.cookie(JOINED));
    const email = request.field('email');
    // Without an address a browser counts once; with one its owner does.
    const again = joined.includes(id);
    if (email !== '' || !again) await request.run(joinProblem, { caseId: id, email, again });
    const value = [...new Set([id, ...joined])].slice(0, MOST_REMEMBERED).join('.');
    const expires = new Date(request.now.getTime() + REMEMBERED_DAYS * DAY_MS);
    return {
      ...redirect(`/problems/${id}`, 'hotline:notices.joined'),
      cookies: { [JOINED]: { value, expires } },
    };
  },
});

function joinedOf(cookie: string): string[] {
  return cookie.split('.').filter((id) => /^[0-9a-f-]{36}$/.test(id));
}

interface Props {
  readonly problem: Problem;
  readonly hasJoined: boolean;
  readonly form: FormState | undefined;
}

function ProblemView({ problem, hasJoined, form }: Props) {
  const { t, locale } = usePage();
  const { isOpen, dueOn, joined } = problem;
  return (
    <>
      <h1>
        <ProblemName {...problem} />
      </h1>
      <p class="lead">
        <ProblemPlace {...problem} />
      </p>
      <p>
        <ProblemState state={problem.state} />{' '}
        {dueOn === null ? null : <DueBadge dueOn={dueOn} finished={!isOpen} />}
      </p>
      {problem.words === '' ? null : <p class="hotline-text">{problem.words}</p>}
      <ProblemPhotos problem={problem} />
      <SummaryList
        lines={[
          { term: t('hotline:columns.number'), value: problem.number },
          { term: t('hotline:columns.received'), value: formatDate(problem.receivedAt, locale) },
          { term: t('hotline:problems.changed'), value: formatDate(problem.changedAt, locale) },
          { term: t('hotline:columns.unit'), value: problem.unit },
          {
            term: t('hotline:problems.joinedTerm'),
            value: joined === 0 ? null : t('hotline:problems.people', { count: joined }),
          },
        ]}
      />
      {problem.lat === null ? null : (
        <div
          id="problem-map"
          class="problem-map"
          hidden
          data-mode="one"
          data-ground="/mobile/community.geojson"
          data-places={`/problems/map.geojson?number=${encodeURIComponent(problem.number)}`}
        />
      )}
      {isOpen ? <JoinForm hasJoined={hasJoined} form={form} /> : null}
      <p>
        <LinkButton look="plain" href="/problems">
          {t('hotline:problems.all')}
        </LinkButton>
      </p>
    </>
  );
}

function JoinForm({ hasJoined, form }: Pick<Props, 'hasJoined' | 'form'>) {
  const { t } = usePage();
  return (
    <section aria-labelledby="join">
      <h2 id="join">{t(hasJoined ? 'hotline:join.already' : 'hotline:join.title')}</h2>
      <p>{t(hasJoined ? 'hotline:join.alreadyLead' : 'hotline:join.lead')}</p>
      <Form state={form} label={t('hotline:join.title')}>
        <TextField
          name="email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={t('hotline:fields.email')}
          hint={t('hotline:fields.emailHint')}
          optional={!hasJoined}
        />
        <Button look={hasJoined ? 'plain' : 'primary'}>
          {t(hasJoined ? 'hotline:join.tellMe' : 'hotline:join.send')}
        </Button>
      </Form>
    </section>
  );
}
