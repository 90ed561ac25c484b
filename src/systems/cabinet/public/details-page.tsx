import type { z } from 'zod';
import { SESSION_COOKIE } from '../../../kernel/http/visitor.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { eraseAccount } from '../actions/erase-account.ts';
import { saveContacts } from '../actions/save-contacts.ts';
import { myDetails } from '../queries/my-details.ts';
import { ContactFields } from './applicant-page.tsx';
import { CabinetTabs } from './cabinet-tabs.tsx';

type Details = z.output<(typeof myDetails)['output']>;

export const detailsPage = definePage({
  path: '/cabinet/details',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const details = await request.ask(myDetails, {});
    return view(request.t('cabinet:details.title'), <DetailsView details={details} form={form} />);
  },
  async post(request) {
    await request.run(saveContacts, {
      phone: request.field('phone'),
      email: request.field('email'),
      address: request.field('address'),
    });
    return redirect('/cabinet/details', 'cabinet:details.saved');
  },
});

/** A page of its own: what cannot be undone is asked for once more. */
export const erasePage = definePage({
  path: '/cabinet/erase',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  get: async (request, form) => view(request.t('cabinet:erase.title'), <EraseView form={form} />),
  async post(request) {
    const sure = request.field('sure') === 'on';
    await request.run(eraseAccount, { sure });
    return { ...redirect('/', 'cabinet:erase.done'), cookies: { [SESSION_COOKIE]: null } };
  },
});

function DetailsView({ details, form }: { details: Details; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <CabinetTabs />
      <h1>{t('cabinet:details.title')}</h1>
      <SummaryList
        lines={[
          { term: t('cabinet:fields.name'), value: details.name },
          { term: t('cabinet:fields.code'), value: details.code },
        ]}
      />
      <p class="soft">{t('cabinet:details.proved')}</p>
      <h2>{t('cabinet:details.contacts')}</h2>
      <Form state={form}>
        <ContactFields contacts={details.contacts} prefix="" />
        <Button>{t('cabinet:details.save')}</Button>
      </Form>
      <h2>{t('cabinet:erase.heading')}</h2>
      <p>{t('cabinet:erase.lead')}</p>
      <p>
        <a href="/cabinet/erase">{t('cabinet:erase.open')}</a>
      </p>
    </>
  );
}

function EraseView({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a class="back-link" href="/cabinet/details">
          {t('cabinet:apply.back')}
        </a>
      </p>
      <h1>{t('cabinet:erase.title')}</h1>
      <p class="lead">{t('cabinet:erase.lead')}</p>
      <ul>
        <li>{t('cabinet:erase.gone')}</li>
        <li>{t('cabinet:erase.stays')}</li>
      </ul>
      <Form state={form}>
        <CheckboxField name="sure" label={t('cabinet:erase.sure')} />
        <Button>{t('cabinet:erase.do')}</Button>
      </Form>
    </>
  );
}
