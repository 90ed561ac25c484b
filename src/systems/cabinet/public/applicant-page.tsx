import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { saveApplicant } from '../actions/save-applicant.ts';
import { afterStep, askDraft, codeOf, type DraftView } from './ask-draft.ts';
import { StepFrame } from './step-frame.tsx';

/** Who applies: the name is the provider's word, the contacts are the person's own. */
export const applicantPage = definePage({
  path: '/apply/:code/applicant',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const draft = await askDraft(request);
    return view(request.t('cabinet:steps.applicant.title'), <Applicant draft={draft} form={form} />);
  },
  async post(request) {
    const draft = await askDraft(request);
    const provider = request.field('providerCode');
    await request.run(saveApplicant, {
      serviceCode: codeOf(request),
      contacts: {
        phone: request.field('contacts.phone'),
        email: request.field('contacts.email'),
        address: request.field('contacts.address'),
      },
      ...(provider === '' ? {} : { providerCode: provider }),
    });
    return afterStep(request, draft, 'applicant');
  },
});

function Applicant({ draft, form }: { draft: DraftView; form: FormState | undefined }) {
  const { t } = usePage();
  const { contacts, service } = draft;
  return (
    <StepFrame draft={draft} step="applicant">
      <p>{t('cabinet:steps.applicant.lead')}</p>
      <SummaryList
        lines={[
          { term: t('cabinet:fields.name'), value: draft.name },
          { term: t('cabinet:fields.code'), value: draft.code },
        ]}
      />
      <Form state={form}>
        <ContactFields contacts={contacts} prefix="contacts." />
        {service.providers.length < 2 ? null : (
          <RadioField
            name="providerCode"
            label={t('cabinet:steps.applicant.body')}
            value={draft.providerCode ?? service.providers[0]?.code ?? ''}
            options={service.providers.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <Button>{t('cabinet:apply.next')}</Button>
      </Form>
    </StepFrame>
  );
}

export function ContactFields({ contacts, prefix }: { contacts: DraftView['contacts']; prefix: string }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name={`${prefix}phone`}
        label={t('cabinet:fields.phone')}
        hint={t('cabinet:fields.phoneHint')}
        value={contacts.phone}
        type="tel"
        autocomplete="tel"
        width={20}
      />
      <TextField
        name={`${prefix}email`}
        label={t('cabinet:fields.email')}
        hint={t('cabinet:fields.emailHint')}
        value={contacts.email}
        type="email"
        autocomplete="email"
      />
      <TextField
        name={`${prefix}address`}
        label={t('cabinet:fields.address')}
        hint={t('cabinet:fields.addressHint')}
        value={contacts.address}
        autocomplete="street-address"
      />
    </>
  );
}
