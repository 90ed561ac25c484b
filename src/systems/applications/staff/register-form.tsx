import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField, RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { ServiceFields } from '../../service-catalogue/index.ts';
import type { Visit } from './window-page.tsx';

interface Props {
  readonly service: NonNullable<Visit['service']>;
  readonly again: Visit['again'];
  readonly ticketId: string | undefined;
  readonly form: FormState | undefined;
}

/** One form, top to bottom by Tab, Ctrl Enter to register. Names of fields are the action's own. */
export function RegisterForm({ service, again, ticketId, form }: Props) {
  const t = useT();
  const label = (name: string) => t(`applications:fields.${name}`);
  return (
    <Form
      id="register"
      action="/desk/window"
      state={form?.values['deed'] === 'register' ? form : undefined}
      draft={`register-${ticketId ?? 'desk'}-${service.code}`}
      multipart={service.form.some(({ kind }) => kind === 'file')}
      label={t('applications:window.register')}
    >
      <h3>{service.name}</h3>
      <p>
        {service.code} · {t(`applications:terms.${service.term.unit}`, { count: service.term.value })} ·{' '}
        <small>{service.term.article}</small>
      </p>
      <HiddenField name="deed" value="register" />
      <HiddenField name="serviceCode" value={service.code} />
      {ticketId === undefined ? null : <HiddenField name="ticketId" value={ticketId} />}
      {service.providers.length < 2 ? null : (
        <SelectField
          name="providerCode"
          label={label('providerCode')}
          options={service.providers.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      {again === null ? <ApplicantFields /> : <SameApplicant again={again} service={service.code} />}
      {service.form.length === 0 ? null : (
        <>
          <h4>{t('applications:window.questions')}</h4>
          <ServiceFields fields={service.form} />
        </>
      )}
      {service.documents.length === 0 ? null : (
        <CheckboxesField
          name="documents"
          label={label('documents')}
          options={service.documents.map((name) => ({ value: name, label: name }))}
        />
      )}
      <TextField
        name="moreDocuments"
        label={label('moreDocuments')}
        hint={label('moreDocumentsHint')}
        rows={2}
        optional
      />
      <Buttons>
        <Button hotkey="Ctrl+Enter">{t('applications:window.register')}</Button>
      </Buttons>
    </Form>
  );
}

/** Who applies, by the names of the action's own input. */
export function ApplicantFields() {
  const t = useT();
  const label = (name: string) => t(`applications:fields.${name}`);
  return (
    <>
      <RadioField
        name="applicant.kind"
        label={label('kind')}
        value="person"
        options={[
          { value: 'person', label: label('person') },
          { value: 'body', label: label('organisation') },
        ]}
        inline
      />
      <TextField name="applicant.name" label={label('name')} hint={label('nameHint')} first maxLength={300} />
      <TextField
        name="applicant.code"
        label={label('code10')}
        hint={label('codeHint')}
        width={10}
        inputMode="numeric"
        maxLength={20}
      />
      <TextField name="applicant.passport" label={label('passport')} width={10} maxLength={40} optional />
      <TextField
        name="applicant.phone"
        label={label('phone')}
        type="tel"
        width={20}
        maxLength={40}
        optional
      />
      <TextField
        name="applicant.email"
        label={label('email')}
        type="email"
        width={20}
        maxLength={200}
        optional
      />
      <TextField name="applicant.address" label={label('address')} maxLength={500} optional />
    </>
  );
}

function SameApplicant({ again, service }: { again: NonNullable<Visit['again']>; service: string }) {
  const t = useT();
  return (
    <>
      <HiddenField name="sameApplicantAs" value={again.caseId} />
      <p>
        {t('applications:window.sameApplicant', { name: again.name })}{' '}
        <a href={`/desk/window?service=${service}`}>{t('applications:window.otherApplicant')}</a>
      </p>
    </>
  );
}
