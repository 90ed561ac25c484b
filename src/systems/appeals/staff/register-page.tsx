import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { registerAppeal } from '../actions/register-appeal.ts';
import { PlaceField, readPlace } from '../../address-register/index.ts';
import { EnterSends } from '../enter-sends.tsx';
import { FilesField, keepFiles } from '../kept-files.tsx';
import { findSimilar } from '../queries/find-similar.ts';
import { listChoices } from '../queries/list-choices.ts';
import { type LetterToRegister, readLetter } from '../queries/read-letter.ts';
import { CardFields, CategoryFields, type Choices, QuestionFields } from './card-fields.tsx';
import type { SimilarAppeal } from '../similar-store.ts';
import { NEW, OfferedRepeats, SeekButton } from './offered-repeats.tsx';
import { readCard } from './read-card.ts';
import { keepTrackingCode } from './tracking-cookie.ts';

/** One form from top to bottom by Tab, Ctrl Enter to register. */
export const registerPage = definePage({
  path: '/desk/appeals/new',
  may: ['registrar', 'operator'],
  shell: 'staff',
  get: (request, form) => show(request, form),
  post: (request) => (request.field('seek') === '' ? register(request) : seek(request)),
});

async function show(
  request: PageRequest,
  form: FormState | undefined,
  similar?: readonly SimilarAppeal[],
): Promise<Answer> {
  const choices = await request.ask(listChoices, {});
  const letterId = request.query['letter'];
  const letter = letterId === undefined ? null : (await request.ask(readLetter, { id: letterId })).letter;
  return view(
    request.t('appeals:register.title'),
    <Register choices={choices} letter={letter} form={form} similar={similar} />,
    { scripts: ['place-map', 'similar-appeals'] },
  );
}

async function register(request: PagePost): Promise<Answer> {
  const { caseId, trackingCode } = await request.run(registerAppeal, await readAppeal(request));
  return {
    kind: 'redirect',
    to: `/desk/appeals/${caseId}`,
    notice: 'appeals:notices.registered',
    cookies: keepTrackingCode(request.now, caseId, trackingCode),
  };
}

/** The form as it is, with like appeals beside the text. */
async function seek(request: PagePost): Promise<Answer> {
  await keepFiles(request);
  const { appeals } = await request.ask(findSimilar, {
    text: request.field('text').slice(0, 20_000),
    author: request.field('author.name').slice(0, 300),
    address: request.field('author.address').slice(0, 500),
    limit: 5,
  });
  return show(request, { values: request.form, errors: {} }, appeals);
}

async function readAppeal(request: PagePost) {
  const field = (name: string) => request.field(name);
  const fileIds = await keepFiles(request);
  const repeatOf = field('repeatOf');
  const [staffId, unitCode] = [field('onStaff'), field('onUnit')];
  const letterId = field('letterId');
  return {
    ...readCard(request),
    author: {
      name: field('author.name'),
      address: field('author.address'),
      phone: field('author.phone'),
      email: field('author.email'),
    },
    text: field('text'),
    place: readPlace(request, 'place'),
    complainedOf: {
      staffIds: staffId === '' ? [] : [staffId],
      unitCodes: unitCode === '' ? [] : [unitCode],
    },
    fileIds,
    ...(repeatOf === '' || repeatOf === NEW ? {} : { repeatOf }),
    ...(letterId === '' ? {} : { letterId }),
  };
}

interface Props {
  readonly choices: Choices;
  readonly letter: LetterToRegister | null;
  readonly form: FormState | undefined;
  readonly similar: readonly SimilarAppeal[] | undefined;
}

function Register({ choices, letter, form, similar }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('appeals:register.title')}</h1>
      <p>
        <a href="/desk/appeals">← {t('appeals:list.title')}</a>
      </p>
      <Form
        id="register"
        state={form}
        multipart
        draft={letter === null ? 'appeal' : `appeal-${letter.id}`}
        label={t('appeals:register.title')}
        class="appeal-register"
      >
        <EnterSends />
        {letter === null ? null : <HiddenField name="letterId" value={letter.id} />}
        <div class="appeal-columns">
          <section aria-labelledby="appeal-author">
            <h2 id="appeal-author">{t('appeals:register.author')}</h2>
            <AuthorFields letter={letter} />
            <TextField
              name="text"
              label={t('appeals:fields.text')}
              hint={t('appeals:fields.textHint')}
              rows={8}
              value={letter?.text ?? ''}
            />
            <SeekButton />
            <PlaceField name="place" label={t('appeals:fields.place')} />
            <FilesField label={t('appeals:fields.files')} hint={t('appeals:fields.filesHint')} />
          </section>
          <section aria-labelledby="appeal-card">
            <h2 id="appeal-card">{t('appeals:register.card')}</h2>
            <CardFields whole {...(letter === null ? {} : { values: { channel: 'email' } })} />
          </section>
          <section aria-labelledby="appeal-questions">
            <h2 id="appeal-questions">{t('appeals:register.questions')}</h2>
            <QuestionFields choices={choices} />
            <CategoryFields choices={choices} />
            <ComplainedOfFields choices={choices} />
            <OfferedRepeats similar={similar} />
          </section>
        </div>
        <Buttons>
          <Button hotkey="Ctrl+Enter">{t('appeals:register.do')}</Button>
        </Buttons>
      </Form>
    </>
  );
}

function AuthorFields({ letter }: { letter: LetterToRegister | null }) {
  const { t } = usePage();
  const label = (name: string) => t(`appeals:fields.${name}`);
  return (
    <>
      <TextField
        name="author.name"
        label={label('name')}
        hint={label('nameHint')}
        value={letter?.name ?? ''}
        maxLength={300}
        first
      />
      <TextField name="author.address" label={label('address')} maxLength={500} />
      <TextField name="author.phone" label={label('phone')} type="tel" width={20} maxLength={40} optional />
      <TextField
        name="author.email"
        label={label('email')}
        type="email"
        width={20}
        maxLength={200}
        value={letter?.email ?? ''}
        optional
      />
    </>
  );
}

/** A person or a body that will never get it (art. 7). */
export function ComplainedOfFields({ choices }: { choices: Choices }) {
  const { t } = usePage();
  return (
    <details>
      <summary>{t('appeals:fields.complainedOf')}</summary>
      <p>{t('appeals:fields.complainedOfHint')}</p>
      <SelectField
        name="onStaff"
        label={t('appeals:fields.onStaff')}
        empty={t('appeals:fields.nobody')}
        options={choices.people.map(({ id, name, unitName }) => ({
          value: id,
          label: name,
          group: unitName,
        }))}
        optional
      />
      <SelectField
        name="onUnit"
        label={t('appeals:fields.onUnit')}
        empty={t('appeals:fields.nobody')}
        options={choices.units.map(({ code, name }) => ({ value: code, label: name }))}
        optional
      />
    </details>
  );
}
