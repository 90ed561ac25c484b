import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { formatDate, formatTime, formatWeekday, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Steps } from '../../../kernel/page/components/steps.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { lawDate } from '../law-input.ts';
import { countTerm } from '../queries/count-term.ts';
import { findServices } from '../queries/find-services.ts';
import { PUBLIC_RULES, ruleName } from '../words.ts';

type Counted = z.output<(typeof countTerm)['output']>;
type Found = z.output<(typeof findServices)['output']>['services'];

/** «Коли чекати результату»: a service or a rule, a date, and how the answer is counted. */
export const termsPage = definePage({
  path: '/terms',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { t, query } = request;
    const { service = '', rule = '', words = '' } = query;
    const title = t('law:count.title');
    if (service === '' && rule === '') return view(title, <Choose {...(await search(request, words))} />);
    const day = query['date'] ?? kyivDate(request.now);
    const counted = await count(request, service, rule, day);
    if (counted instanceof Refusal) {
      const state: FormState = { values: { date: day }, errors: {}, problem: t(counted.key, counted.params) };
      return view(title, <Refused state={state} service={service} rule={rule} />, { status: counted.status });
    }
    return view(title, <Answer counted={counted} day={day} />);
  },
});

async function search(request: PageRequest, words: string): Promise<{ words: string; found: Found | null }> {
  const asked = words.trim().slice(0, 200);
  if (asked === '') return { words: '', found: null };
  const { services } = await request.ask(findServices, { words: asked, on: kyivDate(request.now) });
  return { words: asked, found: services };
}

async function count(
  request: PageRequest,
  service: string,
  rule: string,
  day: string,
): Promise<Counted | Refusal> {
  if (!lawDate.safeParse(day).success) return new Refusal('law:input.dateWrong', {}, 422);
  try {
    const of = service === '' ? { rule: rule.slice(0, 100) } : { service: service.slice(0, 60) };
    return await request.ask(countTerm, { ...of, startedOn: day });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function Choose({ words, found }: { words: string; found: Found | null }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('law:count.title')}</h1>
      <p class="lead">{t('law:count.lead')}</p>
      <Form method="get" id="choose" label={t('law:count.which')}>
        <TextField
          name="words"
          type="search"
          label={t('law:count.which')}
          hint={t('law:count.whichHint')}
          value={words}
          maxLength={200}
        />
        <Button>{t('law:count.find')}</Button>
      </Form>
      {found === null ? null : (
        <>
          <h2>{t('law:count.found')}</h2>
          {found.length === 0 ? <p>{t('law:count.nothing')}</p> : null}
          <ul>
            {found.map(({ code, name }) => (
              <li key={code}>
                <a lang="uk" href={`/terms?service=${encodeURIComponent(code)}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('law:count.rules')}</h2>
      <ul>
        {PUBLIC_RULES.map((code) => (
          <li key={code}>
            <a href={`/terms?rule=${code}`}>{ruleName(code, t)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface DayFormProps {
  readonly service: string;
  readonly rule: string;
  readonly day: string;
  readonly state?: FormState;
}

function DayForm({ service, rule, day, state }: DayFormProps) {
  const { t } = usePage();
  return (
    <Form method="get" id="day" state={state} label={t('law:count.day')}>
      {service === '' ? (
        <HiddenField name="rule" value={rule} />
      ) : (
        <HiddenField name="service" value={service} />
      )}
      <TextField name="date" type="date" label={t('law:count.day')} value={day} />
      <Button>{t('law:count.count')}</Button>
    </Form>
  );
}

function Refused({ state, service, rule }: { state: FormState; service: string; rule: string }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('law:count.title')}</h1>
      <DayForm service={service} rule={rule} day="" state={state} />
      <p>
        <a href="/terms">{t('law:count.another')}</a>
      </p>
    </>
  );
}

function Answer({ counted, day }: { counted: Counted; day: string }) {
  const { t, locale } = usePage();
  const { service, dueOn, dueAt, steps } = counted;
  return (
    <>
      <h1>{service === null ? ruleName(counted.rule, t) : <span lang="uk">{service.name}</span>}</h1>
      <DayForm service={service?.code ?? ''} rule={service === null ? counted.rule : ''} day={day} />
      {dueOn === null ? null : (
        <>
          <h2>{t('law:count.answer')}</h2>
          <p class="law-due">
            <time dateTime={dueOn}>{formatDate(dueOn, locale)}</time>
          </p>
          <p>
            {formatWeekday(dueOn, locale)}
            {dueAt === null ? '' : `, ${formatTime(dueAt)}`}. {t('law:count.latest')}
          </p>
        </>
      )}
      <h2>{t('law:count.how')}</h2>
      <Steps
        label={t('law:count.how')}
        steps={steps.map(({ text, article }) => ({
          text: t(text.key, text.params),
          ...(article === null ? {} : { article }),
        }))}
      />
      <p>{t('law:count.pauses')}</p>
      <p>
        <a href="/terms">{t('law:count.another')}</a>
      </p>
    </>
  );
}
