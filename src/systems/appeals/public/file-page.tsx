import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { PlaceField, readPlace } from '../../address-register/index.ts';
import { fileAppeal } from '../actions/file-appeal.ts';
import { EnterSends } from '../enter-sends.tsx';
import { FilesField, isStranger, keepFiles } from '../kept-files.tsx';
import { hintSimilar, type SimilarHint } from '../queries/hint-similar.ts';
import { SimilarHintBox } from './similar-hint.tsx';

/** Name, address, a way to answer, the matter: what the law asks for, nothing else. */
export const filePage = definePage({
  path: '/appeals/new',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => view(request.t('appeals:file.title'), <FileAppeal form={form} />, SCRIPTS),
  post: (request) => (request.field('seek') === '' ? file(request) : seek(request)),
});

const SCRIPTS = { scripts: ['place-map', 'similar-appeals'] };

async function file(request: PagePost): Promise<Answer> {
  const field = (name: string) => request.field(name);
  const fileIds = await keepFiles(request);
  const { number, trackingCode, dueOn } = await request.run(fileAppeal, {
    author: {
      name: field('author.name'),
      address: field('author.address'),
      phone: field('author.phone'),
      email: field('author.email'),
    },
    text: field('text'),
    place: readPlace(request, 'place'),
    fileIds,
  });
  return view(
    request.t('appeals:file.done'),
    <Filed number={number} code={trackingCode} dueOn={dueOn} email={field('author.email')} />,
  );
}

/** The form as it is, with what of the like there is: pressed by a person or fetched while they write. */
async function seek(request: PagePost): Promise<Answer> {
  await keepFiles(request);
  const hint = await request.ask(hintSimilar, { text: request.field('text').slice(0, 20_000) });
  const form = { values: request.form, errors: {} };
  return view(request.t('appeals:file.title'), <FileAppeal form={form} hint={hint} />, SCRIPTS);
}

function FileAppeal({ form, hint }: { form: FormState | undefined; hint?: SimilarHint }) {
  const { t, actor } = usePage();
  const label = (name: string) => t(`appeals:file.${name}`);
  const { resident } = actor;
  return (
    <>
      <h1>{label('title')}</h1>
      <p class="lead">{label('lead')}</p>
      <p>
        <a href="/appeals/track">{label('track')}</a> ·{' '}
        <a href="/appeals/questions">{t('appeals:questions.title')}</a>
      </p>
      <Form state={form} multipart draft="appeal">
        <EnterSends />
        <TextField name="text" label={label('text')} hint={label('textHint')} rows={8} />
        <SimilarHintBox hint={hint} />
        <p>
          <Button look="quiet" name="seek" value="similar">
            {t('appeals:hint.ask')}
          </Button>
        </p>
        <PlaceField name="place" label={label('place')} hint={label('placeHint')} />
        {isStranger({ actor }) ? (
          <FilesField label={label('photos')} hint={label('photosHint')} accept="image/jpeg,image/png" />
        ) : (
          <FilesField label={label('files')} hint={label('filesHint')} />
        )}
        <TextField
          name="author.name"
          label={label('name')}
          hint={label('nameHint')}
          autocomplete="name"
          value={resident?.name ?? ''}
        />
        <TextField
          name="author.address"
          label={label('address')}
          hint={label('addressHint')}
          autocomplete="street-address"
        />
        <TextField
          name="author.email"
          type="email"
          inputMode="email"
          autocomplete="email"
          label={label('email')}
          hint={label('emailHint')}
          value={resident?.email ?? ''}
        />
        <TextField
          name="author.phone"
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          label={label('phone')}
          width={20}
          value={resident?.phone ?? ''}
          optional
        />
        <p>{label('privacy')}</p>
        <Button>{label('send')}</Button>
      </Form>
    </>
  );
}

function Filed(props: { number: string; code: string; dueOn: string | null; email: string }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('appeals:file.done')}</h1>
      <p class="lead">{t(props.email === '' ? 'appeals:file.doneLead' : 'appeals:file.doneByEmail')}</p>
      <SummaryList
        lines={[
          { term: t('appeals:track.number'), value: <strong>{props.number}</strong> },
          { term: t('appeals:track.code'), value: <strong>{props.code}</strong> },
          {
            term: t('appeals:track.dueOn'),
            value: props.dueOn === null ? null : formatDate(props.dueOn, locale),
          },
        ]}
      />
      <p>{t('appeals:file.next')}</p>
      <p>
        <a href="/appeals/track">{t('appeals:track.title')}</a>
      </p>
    </>
  );
}
