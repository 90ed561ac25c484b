import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tiles } from '../../../kernel/page/components/layout.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { QrCode } from '../../../kernel/page/components/qr-code.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { termWords } from '../../service-catalogue/index.ts';
import { chosenIn, hasChosen } from '../chosen-parts.ts';
import { ChooseFields, type PlanView } from '../choose-fields.tsx';
import { getPlanQuery } from '../queries/get-plan.ts';
import { listPlansQuery } from '../queries/list-plans.ts';

/** All complex services: what happened in life → one application. */
export const lifePage = definePage({
  path: '/life',
  may: 'anyone',
  shell: 'resident',
  cacheSeconds: 10,
  async get(request) {
    const { t, locale } = request;
    const { plans } = await request.ask(listPlansQuery, {});
    return view(
      t('complex-services:life.title'),
      <>
        <h1>{t('complex-services:life.title')}</h1>
        <p class="lead">{t('complex-services:life.lead')}</p>
        {plans.length === 0 ? <EmptyState>{t('complex-services:life.empty')}</EmptyState> : null}
        <Tiles
          tiles={plans.map((plan) => ({
            path: `/life/${plan.code}`,
            title: plan.title[locale] || plan.title.uk,
            note: t('complex-services:life.note', {
              parts: t('complex-services:life.parts', { count: plan.parts }),
              bodies: t('complex-services:life.bodies', { count: plan.bodies }),
            }),
          }))}
        />
        <p>
          <a href="/track">{t('complex-services:life.track')}</a>
        </p>
      </>,
    );
  },
});

/** One plan: tick the parts, see the one date, take the choice to the window or file it online. */
export const planPage = definePage({
  path: '/life/:plan',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { query, params, locale, origin } = request;
    const chosen = [...chosenIn(query)];
    const plan = await request.ask(getPlanQuery, { code: params['plan'] ?? '', parts: chosen });
    const title = plan.title[locale] || plan.title.uk;
    return view(title, <PlanChoice plan={plan} title={title} chosen={hasChosen(query)} origin={origin} />);
  },
});

interface Props {
  readonly plan: PlanView;
  readonly title: string;
  readonly chosen: boolean;
  readonly origin: string;
}

function PlanChoice({ plan, title, chosen, origin }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{plan.intro[locale] || plan.intro.uk}</p>
      {chosen ? <Chosen plan={plan} origin={origin} /> : null}
      {chosen ? (
        <details class="complex-again">
          <summary>{t('complex-services:choose.again')}</summary>
          <ChooseForm plan={plan} all={false} />
        </details>
      ) : (
        <ChooseForm plan={plan} all />
      )}
      {chosen || plan.promise === null ? null : (
        <p class="soft">
          {t('complex-services:choose.promise', { term: termWords(plan.promise, t) })} {plan.promise.article}
        </p>
      )}
    </>
  );
}

function ChooseForm({ plan, all }: { plan: PlanView; all: boolean }) {
  const { t } = usePage();
  return (
    <Form method="get" id="choose" action={`/life/${plan.code}`} label={t('complex-services:choose.legend')}>
      <ChooseFields plan={plan} all={all} />
      <input type="hidden" name="choose" value="on" />
      <Button>{t('complex-services:choose.show')}</Button>
    </Form>
  );
}

function Chosen({ plan, origin }: Pick<Props, 'plan' | 'origin'>) {
  const { t, locale, actor } = usePage();
  const parts = plan.parts.filter((part) => part.chosen);
  if (parts.length === 0) return <Notice kind="attention">{t('complex-services:choice.none')}</Notice>;
  return (
    <section class="complex-choice" aria-label={t('complex-services:choice.title')}>
      <h2>{t('complex-services:choice.title')}</h2>
      {plan.promisedOn === null ? null : (
        <p class="complex-promise-date">
          {t('complex-services:choice.promise', { date: formatDate(plan.promisedOn, locale) })}
        </p>
      )}
      <SummaryList
        lines={parts.map((part) => ({
          term: part.title[locale] || part.title.uk,
          value:
            part.on === null
              ? part.body
              : t('complex-services:choice.part', { body: part.body, date: formatDate(part.on, locale) }),
        }))}
      />
      <h3>{t('complex-services:choice.bring')}</h3>
      <ul>
        {plan.documents.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <h3>{t('complex-services:choice.how')}</h3>
      <p>
        <LinkButton href={`/life/${plan.code}/file?choice=${plan.choice}`}>
          {t(actor.resident === null ? 'complex-services:choice.signIn' : 'complex-services:choice.online')}
        </LinkButton>
      </p>
      <p>{t('complex-services:choice.window')}</p>
      <div class="complex-code">
        <p class="complex-code-word">{plan.choice}</p>
        <QrCode
          text={`${origin}/desk/complex/new?choice=${plan.choice}`}
          what={t('complex-services:choice.qr')}
        />
      </div>
      <p class="soft">{t('complex-services:choice.print')}</p>
    </section>
  );
}
