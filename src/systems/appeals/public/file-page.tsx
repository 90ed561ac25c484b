import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, type FormState, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { fileAppeal } from '../actions/file-appeal.ts';

/** Name, address, a way to answer, the matter: what the law asks for, nothing else. */
export const filePage = definePage({
  path: '/appeals/new',
  may: 'anyone',
  shell: 'resident',
  get: async (request, form) => view(request.t('appeals:file.title'), <FileAppeal form={form} />),
  async post(request) {
    const field = (name: string) => request.field(name);
    const fileIds: string[] = [];
    for (const file of request.files) fileIds.push((await request.keepFile(file)).id);
    const { number, trackingCode, dueOn } = await request.run(fileAppeal, {
      author: {
        name: field('author.name'),
        address: field('author.address'),
        phone: field('author.phone'),
        email: field('author.email'),
      },
      text: field('text'),
      place: { words: field('place') },
      fileIds,
    });
    return view(
      request.t('appeals:file.done'),
      <Filed number={number} code={trackingCode} dueOn={dueOn} email={field('author.email')} />,
    );
  },
});

function FileAppeal({ form }: { form: FormState | undefined }) {
  const { t, actor } = usePage();
  const label = (name: string) => t(`appeals:file.${name}`);
  const { resident } = actor;
  return (
    <>
      <h1>{label('title')}</h1>
      <p class="lead">{label('lead')}</p>
      <p>
        <a href="/appeals/track">{label('track')}</a>
      </p>
      <Form state={form} multipart draft="appeal">
        <TextField name="text" label={label('text')} hint={label('textHint')} rows={8} />
        <TextField name="place" label={label('place')} hint={label('placeHint')} optional />
        <FileField name="files" label={label('files')} hint={label('filesHint')} multiple optional />
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
