import type { ComponentChildren } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { CHANGE_GROUNDS, END_GROUNDS } from '../resident.ts';
import type { WholeResident } from '../whole-resident.ts';
import { PersonFields, ResidenceFields } from './resident-fields.tsx';

interface Props {
  readonly resident: WholeResident;
  readonly form: FormState | undefined;
  readonly isRegistered: boolean;
  readonly today: string;
}

/** What can be done with the card: each behind its own words, the certificate first. */
export function ResidentDeeds({ resident, form, isRegistered, today }: Props) {
  const t = useT();
  return (
    <div class="resident-deeds">
      <DeedForm deed="certificate" form={form} send={t('community-register:deeds.certificateSend')}>
        <TextField
          name="purpose"
          label={t('community-register:certificate.purpose')}
          hint={t('community-register:form.purposeHint')}
          optional
        />
      </DeedForm>
      <DeedForm deed="register" form={form} send={t('community-register:deeds.registerSend')}>
        {isRegistered ? <p>{t('community-register:form.moveHint')}</p> : null}
        <ResidenceFields />
      </DeedForm>
      {isRegistered ? (
        <DeedForm deed="deregister" form={form} send={t('community-register:deeds.deregisterSend')}>
          <SelectField
            name="endGround"
            label={t('community-register:fields.endGround')}
            options={END_GROUNDS.filter((ground) => ground !== 'moved-within').map((ground) => ({
              value: ground,
              label: t(`community-register:endGrounds.${ground}`),
            }))}
          />
          <TextField name="on" type="date" label={t('community-register:fields.until')} value={today} />
        </DeedForm>
      ) : null}
      <DeedForm deed="change" form={form} send={t('community-register:deeds.changeSend')}>
        <SelectField
          name="changeGround"
          label={t('community-register:fields.ground')}
          options={CHANGE_GROUNDS.filter((ground) => ground !== 'import').map((ground) => ({
            value: ground,
            label: t(`community-register:changeGrounds.${ground}`),
          }))}
        />
        <PersonFields person={resident} />
      </DeedForm>
      <DeedForm deed="parent" form={form} send={t('community-register:deeds.parentSend')}>
        <TextField
          name="parent"
          label={t('community-register:form.parent')}
          hint={t('community-register:form.parentHint')}
          width={20}
        />
      </DeedForm>
    </div>
  );
}

interface DeedFormProps {
  readonly deed: 'certificate' | 'register' | 'deregister' | 'change' | 'parent';
  readonly form: FormState | undefined;
  readonly send: string;
  readonly children: ComponentChildren;
}

function DeedForm({ deed, form, send, children }: DeedFormProps) {
  const t = useT();
  const own = form?.values['deed'] === deed ? form : undefined;
  return (
    <details open={own !== undefined}>
      <summary>{t(`community-register:deeds.${deed}`)}</summary>
      <Form id={deed} state={own} label={t(`community-register:deeds.${deed}`)}>
        <HiddenField name="deed" value={deed} />
        {children}
        <Button>{send}</Button>
      </Form>
    </details>
  );
}
