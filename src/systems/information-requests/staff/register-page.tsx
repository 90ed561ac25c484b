import type { z } from 'zod';
import { getMailForm } from '../queries/get-mail-form.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { registerRequest } from '../actions/register-request.ts';
import { CHANNELS } from '../information-request.ts';
import { RequesterFields, requesterOf } from '../public/file-page.tsx';
import { listChoices } from '../queries/list-choices.ts';

type Units = z.output<(typeof listChoices)['output']>['units'];
type Mail = z.output<(typeof getMailForm)['output']>;

/** A request that came by post, e-mail, in person or by telephone; a letter fills the form. */
export const registerPage = definePage({
  path: '/desk/requests/new',
  may: ['registrar'],
  shell: 'staff',
  async get(request, form) {
    const { units } = await request.ask(listChoices, {});
    const { letter } = request.query;
    const mail = letter === undefined ? null : await request.ask(getMailForm, { letterId: letter });
    return view(
      request.t('information-requests:list.register'),
      <RegisterForm units={units} mail={mail} form={form} />,
    );
  },
  async post(request) {
    const [unitCode, letterId] = [request.field('unitCode'), request.field('letterId')];
    const { caseId } = await request.run(registerRequest, {
      channel: CHANNELS.find((one) => one === request.field('channel')) ?? 'other',
      requester: requesterOf(request),
      subject: request.field('subject'),
      body: request.field('body'),
      urgent: request.field('urgent') === 'on',
      ...(unitCode === '' ? {} : { unitCode }),
      ...(letterId === '' ? {} : { letterId }),
    });
    return redirect(`/desk/requests/${caseId}`, 'information-requests:notices.registered');
  },
});

interface Props {
  readonly units: Units;
  readonly mail: Mail | null;
  readonly form: FormState | undefined;
}

function RegisterForm({ units, mail, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('information-requests:list.register')}</h1>
      <Form state={form} draft="register-request">
        {mail === null ? null : <HiddenField name="letterId" value={mail.letterId} />}
        <SelectField
          name="channel"
          label={t('information-requests:columns.channel')}
          value={mail === null ? 'in-person' : 'email'}
          options={CHANNELS.map((one) => ({ value: one, label: t(`information-requests:channels.${one}`) }))}
        />
        <RequesterFields name={mail?.name ?? ''} email={mail?.email ?? ''} />
        <TextField
          name="subject"
          label={t('information-requests:fields.subject')}
          hint={t('information-requests:fields.subjectHint')}
          value={mail?.subject ?? ''}
        />
        <TextField
          name="body"
          label={t('information-requests:fields.body')}
          rows={8}
          value={mail?.body ?? ''}
        />
        <CheckboxField name="urgent" label={t('information-requests:fields.urgent')} />
        <SelectField
          name="unitCode"
          label={t('information-requests:fields.unit')}
          empty={t('information-requests:fields.unitLater')}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
          optional
        />
        <Button hotkey="Ctrl+Enter">{t('information-requests:list.register')}</Button>
      </Form>
    </>
  );
}
