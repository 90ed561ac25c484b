import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Tabs } from '../../../kernel/page/components/navigation.tsx';
import { SectorTag, StatusTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { HIDING_REASONS, hideComment } from '../actions/hide-comment.ts';
import { publishComment } from '../actions/publish-comment.ts';
import { settleLowMark } from '../actions/settle-low-mark.ts';
import { listRatings, type RatingLine, SHOWS } from '../queries/list-ratings.ts';

type Show = (typeof SHOWS)[number];

/** What visitors said: low marks that wait first, then comments to be judged, then all of them. */
export const ratingsPage = definePage({
  path: '/desk/ratings',
  may: ['head', 'auditor'],
  shell: 'staff',
  get: async (request, form) => {
    const show = SHOWS.find((one) => one === request.query['show']) ?? 'low';
    const found = await request.ask(listRatings, { show });
    return view(
      request.t('ratings:list.title'),
      <RatingsDesk show={show} ratings={found.ratings} waiting={found.waiting} form={form} />,
    );
  },
  post: judge,
});

async function judge(request: PagePost): Promise<Answer> {
  const ratingId = request.field('ratingId');
  switch (request.field('deed')) {
    case 'publish':
      await request.run(publishComment, {
        ratingId,
        text: request.field('text'),
        confirmed: request.field('confirmed') === 'on',
      });
      return redirect('/desk/ratings?show=comments', 'ratings:notices.published');
    case 'hide':
      await request.run(hideComment, {
        ratingId,
        // An address that anyone may have written: the action refuses what is no reason of ours.
        reason: HIDING_REASONS.find((one) => one === request.field('reason')) ?? 'other',
      });
      return redirect('/desk/ratings?show=comments', 'ratings:notices.hidden');
    default:
      await request.run(settleLowMark, { ratingId, note: request.field('note') });
      return redirect('/desk/ratings?show=low', 'ratings:notices.settled');
  }
}

interface Props {
  readonly show: Show;
  readonly ratings: readonly RatingLine[];
  readonly waiting: { readonly low: number; readonly comments: number };
  readonly form: FormState | undefined;
}

function RatingsDesk({ show, ratings, waiting, form }: Props) {
  const { t } = usePage();
  const counts = { ...waiting, all: undefined };
  return (
    <>
      <h1>{t('ratings:list.title')}</h1>
      <Tabs
        label={t('ratings:list.title')}
        tabs={SHOWS.map((one) => ({
          path: `/desk/ratings?show=${one}`,
          label: t(`ratings:list.show.${one}`),
          current: one === show,
          ...(counts[one] === undefined ? {} : { count: counts[one] }),
        }))}
      />
      <p>
        <LinkButton look="quiet" href="/desk/ratings/paper">
          {t('ratings:paper.title')}
        </LinkButton>{' '}
        <LinkButton look="quiet" href="/desk/ratings/settings">
          {t('ratings:settings.title')}
        </LinkButton>{' '}
        <LinkButton look="quiet" href="/desk/ratings/data?format=xlsx" download>
          {t('ratings:export.title')}, XLSX
        </LinkButton>{' '}
        <LinkButton look="quiet" href="/desk/ratings/data?format=csv" download>
          CSV
        </LinkButton>
      </p>
      {ratings.length === 0 ? <EmptyState>{t(`ratings:list.none.${show}`)}</EmptyState> : null}
      {ratings.map((rating) => (
        <RatingCard key={rating.id} rating={rating} form={formOf(form, rating.id)} />
      ))}
    </>
  );
}

/** A form that came back belongs to one rating of the list. */
function formOf(form: FormState | undefined, id: string): FormState | undefined {
  return form?.values['ratingId'] === id ? form : undefined;
}

function RatingCard({ rating, form }: { rating: RatingLine; form: FormState | undefined }) {
  const { t, locale, actor } = usePage();
  const isHead = actor.roles.includes('head');
  return (
    <article class="rating-comment" id={rating.id}>
      <p class="rating-by">
        <strong>{t('ratings:list.markOf', { mark: rating.mark })}</strong>{' '}
        {rating.low ? (
          <StatusTag tone={rating.settledNote === null ? 'waiting' : 'done'}>
            {t('ratings:list.low')}
          </StatusTag>
        ) : null}{' '}
        {formatDate(rating.day, locale)} · {t(`ratings:channel.${rating.channel}`)}{' '}
        {rating.sector === null ? null : <SectorTag sector={rating.sector} />} {rating.serviceName}
        {rating.recommend === null ? null : ` · ${t('ratings:list.recommend', { value: rating.recommend })}`}
      </p>
      {rating.comment === null ? null : <p class="rating-said">{rating.comment}</p>}
      <Verdict rating={rating} />
      {isHead && rating.low && rating.settledNote === null ? (
        <SettleForm rating={rating} form={form} />
      ) : null}
      {isHead && rating.commentState === 'new' ? <JudgeForms rating={rating} form={form} /> : null}
    </article>
  );
}

function Verdict({ rating }: { rating: RatingLine }) {
  const { t } = usePage();
  return (
    <>
      {rating.publishedComment === null ? null : (
        <p class="rating-by">{t('ratings:list.published', { text: rating.publishedComment })}</p>
      )}
      {rating.hiddenReason === null ? null : (
        <p class="rating-by">
          {t('ratings:list.hidden', { reason: t(`ratings:hiding.${rating.hiddenReason}`) })}
        </p>
      )}
      {rating.settledNote === null ? null : (
        <p class="rating-by">{t('ratings:list.settled', { note: rating.settledNote })}</p>
      )}
    </>
  );
}

function SettleForm({ rating, form }: { rating: RatingLine; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form
      id={`settle-${rating.id}`}
      inline
      state={form?.values['deed'] === 'settle' ? form : undefined}
      label={t('ratings:list.settle')}
    >
      <HiddenField name="deed" value="settle" />
      <HiddenField name="ratingId" value={rating.id} />
      <TextField name="note" label={t('ratings:list.note')} width={20} />
      <Button look="plain">{t('ratings:list.settle')}</Button>
    </Form>
  );
}

function JudgeForms({ rating, form }: { rating: RatingLine; form: FormState | undefined }) {
  const { t } = usePage();
  const deed = form?.values['deed'];
  return (
    <details open={deed === 'publish' || deed === 'hide'}>
      <summary>{t('ratings:list.judge')}</summary>
      <Form
        id={`publish-${rating.id}`}
        state={deed === 'publish' ? form : undefined}
        label={t('ratings:list.publish')}
      >
        <HiddenField name="deed" value="publish" />
        <HiddenField name="ratingId" value={rating.id} />
        <TextField
          name="text"
          label={t('ratings:list.text')}
          hint={t('ratings:list.textHint')}
          rows={3}
          value={rating.comment ?? ''}
        />
        <CheckboxField name="confirmed" label={t('ratings:list.confirmed')} />
        <Button look="plain">{t('ratings:list.publish')}</Button>
      </Form>
      <Form id={`hide-${rating.id}`} inline label={t('ratings:list.hide')}>
        <HiddenField name="deed" value="hide" />
        <HiddenField name="ratingId" value={rating.id} />
        <SelectField
          name="reason"
          label={t('ratings:list.reason')}
          options={HIDING_REASONS.map((reason) => ({ value: reason, label: t(`ratings:hiding.${reason}`) }))}
        />
        <Button look="quiet">{t('ratings:list.hide')}</Button>
      </Form>
    </details>
  );
}
