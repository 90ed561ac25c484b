import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FilterBar, Pagination } from '../../../kernel/page/components/navigation.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
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
import { LineTabs } from '../staff/line-tabs.tsx';
import { listToPublish, type PhotoView, type ToPublish } from './list-to-publish.ts';
import type { PhotoState } from './photo-store.ts';
import { decidePhoto, publishWords } from './publish-problem.ts';

const PATH = '/desk/hotline/publishing';
const TONES: Readonly<Record<PhotoState, Tone>> = { waiting: 'waiting', published: 'done', hidden: 'plain' };

/** A moderator looks at each photograph and writes a few words of the house's own. */
export const publishingPage = definePage({
  path: PATH,
  may: ['operator', 'specialist'],
  shell: 'staff',
  async get(request, form) {
    const which = request.query['which'] === 'all' ? 'all' : 'waiting';
    const { case: caseId = '', after = '' } = request.query;
    const found = await request.ask(listToPublish, {
      which: caseId === '' ? which : 'all',
      ...(/^[0-9a-f-]{36}$/.test(caseId) ? { caseId } : {}),
      after: /^\d{1,5}$/.test(after) ? Number(after) : 0,
    });
    const body = <Publishing {...found} which={which} isFirst={after === ''} form={form} />;
    return view(request.t('hotline:publishing.title'), body);
  },
  post: decide,
});

async function decide(request: PagePost): Promise<Answer> {
  const words = request.field('deed') === 'words';
  if (words)
    await request.run(publishWords, { caseId: request.field('caseId'), words: request.field('words') });
  else
    await request.run(decidePhoto, {
      photoId: request.field('photoId'),
      publish: request.field('deed') === 'show',
      reason: request.field('reason'),
    });
  return redirect(request.url, 'hotline:notices.published');
}

interface Props {
  readonly problems: readonly ToPublish[];
  readonly next: number | null;
  readonly which: 'waiting' | 'all';
  readonly isFirst: boolean;
  readonly form: FormState | undefined;
}

function Publishing({ problems, next, which, isFirst, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <LineTabs current={PATH} />
      <h1>{t('hotline:publishing.title')}</h1>
      <p class="lead">{t('hotline:publishing.lead')}</p>
      <FilterBar>
        <SelectField
          name="which"
          label={t('hotline:publishing.which')}
          value={which}
          options={(['waiting', 'all'] as const).map((value) => ({
            value,
            label: t(`hotline:publishing.${value}`),
          }))}
        />
      </FilterBar>
      {problems.length === 0 ? <EmptyState>{t('hotline:publishing.empty')}</EmptyState> : null}
      {problems.map((problem) => (
        <Problem key={problem.caseId} problem={problem} form={form} />
      ))}
      <Pagination first={isFirst} next={next === null ? undefined : String(next)} />
    </>
  );
}

function Problem({ problem, form }: { problem: ToPublish; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const { caseId, number, title, publishedBy: name, publishedAt } = problem;
  const id = `words-${caseId}`;
  return (
    <article class="publishing" aria-labelledby={caseId}>
      <h2 id={caseId}>
        <a href={`/desk/hotline/tickets/${caseId}`}>{number}</a> {title}
      </h2>
      <div class="publishing-parts">
        <Form
          id={id}
          state={form?.values['caseId'] === caseId ? form : undefined}
          label={`${title}: ${number}`}
        >
          <p class="field-label">{t('hotline:publishing.said')}</p>
          <p class="hotline-text">{problem.text}</p>
          <HiddenField name="deed" value="words" />
          <HiddenField name="caseId" value={caseId} />
          <TextField
            name="words"
            label={t('hotline:fields.publicWords')}
            hint={t('hotline:fields.publicWordsHint')}
            rows={3}
            value={problem.publicWords ?? ''}
          />
          {name === null || publishedAt === null ? null : (
            <p class="field-hint">
              {t('hotline:publishing.decided', { name, at: formatDateTime(publishedAt, locale) })}
            </p>
          )}
          <Button look="plain">{t('hotline:publishing.save')}</Button>
        </Form>
        {problem.photos.length === 0 ? null : (
          <ul class="publishing-photos">
            {problem.photos.map((photo, index) => (
              <li key={photo.id}>
                <Photo photo={photo} no={index + 1} form={form} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}

function Photo({ photo, no, form }: { photo: PhotoView; no: number; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const { id, moment, state, reason, decidedBy: name, decidedAt } = photo;
  const title = `${t('hotline:publishing.photo', { no })}. ${t(`hotline:photos.moments.${moment}`)}`;
  return (
    <Form id={`photo-${id}`} state={form?.values['photoId'] === id ? form : undefined} label={title}>
      <figure>
        <a href={`/problems/photos/${id}`}>
          <img src={`/problems/photos/${id}/small`} alt={title} />
        </a>
        <figcaption>
          {title} <StatusTag tone={TONES[state]}>{t(`hotline:photos.states.${state}`)}</StatusTag>
        </figcaption>
      </figure>
      {name === null || decidedAt === null ? null : (
        <p class="field-hint">
          {t('hotline:publishing.decided', { name, at: formatDateTime(decidedAt, locale) })}
          {reason === '' ? '' : `. ${t('hotline:publishing.why', { reason })}`}
        </p>
      )}
      <HiddenField name="photoId" value={id} />
      {state === 'published' ? null : (
        <Button look="plain" name="deed" value="show">
          {t('hotline:publishing.show')}
        </Button>
      )}
      {state === 'hidden' ? null : (
        <>
          <TextField name="reason" label={t('hotline:fields.hideReason')} optional={state === 'waiting'} />
          <Button look="quiet" name="deed" value="hide">
            {t('hotline:publishing.hide')}
          </Button>
        </>
      )}
    </Form>
  );
}
