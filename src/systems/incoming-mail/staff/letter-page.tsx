import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { dismissMail } from '../actions/dismiss-mail.ts';
import { restoreMail } from '../actions/restore-mail.ts';
import { getMail, type WholeLetter } from '../queries/get-mail.ts';

/** One letter in plain words, and what it becomes: an appeal, an information request, or nothing. */
export const letterPage = definePage({
  path: '/desk/mail/:id',
  may: ['registrar'],
  shell: 'staff',
  get: async (request, form) => {
    const letter = await request.ask(getMail, { letterId: request.params['id'] ?? '' });
    const title = letter.subject ?? request.t('incoming-mail:noSubject');
    return view(title, <LetterView letter={letter} form={form} />);
  },
  async post(request) {
    const letterId = request.params['id'] ?? '';
    if (request.field('deed') === 'restore') {
      await request.run(restoreMail, { letterId });
      return redirect(`/desk/mail/${letterId}`, 'incoming-mail:notices.restored');
    }
    await request.run(dismissMail, { letterId, reason: request.field('reason') });
    return redirect('/desk/mail', 'incoming-mail:notices.dismissed');
  },
});

function LetterView({ letter, form }: { letter: WholeLetter; form: FormState | undefined }) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{letter.subject ?? t('incoming-mail:noSubject')}</h1>
      {letter.trouble === null ? null : <Notice>{t(`incoming-mail:advice.${letter.trouble}`)}</Notice>}
      <SummaryList
        lines={[
          { term: t('incoming-mail:columns.from'), value: letter.fromName },
          { term: t('incoming-mail:columns.address'), value: letter.fromAddress },
          { term: t('incoming-mail:columns.received'), value: formatDateTime(letter.receivedAt, locale) },
          { term: t('incoming-mail:mailbox'), value: letter.mailbox },
          { term: t('incoming-mail:dismissedReason'), value: letter.dismissedReason },
        ]}
      />
      {letter.body === null || letter.body === '' ? null : <p class="mail-body">{letter.body}</p>}
      <Papers letter={letter} />
      {letter.state === 'new' ? <NewLetter letter={letter} form={form} /> : null}
      {letter.case === null ? null : (
        <p>
          <a href={letter.case.path}>{t('incoming-mail:openCase', { number: letter.case.number })}</a>
        </p>
      )}
      {letter.state === 'dismissed' ? (
        <Form id="restore" inline label={t('incoming-mail:restore')}>
          <HiddenField name="deed" value="restore" />
          <Button look="plain">{t('incoming-mail:restore')}</Button>
        </Form>
      ) : null}
    </>
  );
}

function Papers({ letter: { papers, sourceFileId } }: { letter: WholeLetter }) {
  const { t } = usePage();
  return (
    <>
      {papers.length === 0 ? null : <h2>{t('incoming-mail:papers')}</h2>}
      <ul>
        {papers.map(({ name, fileId, refused }) => (
          <li key={fileId ?? name}>
            {fileId === null ? name : <a href={`/files/${fileId}`}>{name}</a>}
            {refused === null ? null : ` – ${t(`incoming-mail:refused.${refused}`)}`}
          </li>
        ))}
        {sourceFileId === null ? null : (
          <li>
            <a href={`/files/${sourceFileId}`}>{t('incoming-mail:source')}</a>
          </li>
        )}
      </ul>
    </>
  );
}

function NewLetter({ letter: { id }, form }: { letter: WholeLetter; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p class="buttons">
        <LinkButton href={`/desk/appeals/new?letter=${id}`} hotkey="F2">
          {t('incoming-mail:toAppeal')}
        </LinkButton>{' '}
        <LinkButton href={`/desk/requests/new?letter=${id}`} look="plain">
          {t('incoming-mail:toRequest')}
        </LinkButton>
      </p>
      <Form id="dismiss" state={form} label={t('incoming-mail:dismiss')}>
        <TextField
          name="reason"
          label={t('incoming-mail:reason')}
          hint={t('incoming-mail:reasonHint')}
          width={20}
        />
        <Button look="quiet">{t('incoming-mail:dismiss')}</Button>
      </Form>
    </>
  );
}
