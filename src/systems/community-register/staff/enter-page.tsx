import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { enterResident } from '../actions/enter-resident.ts';
import { REGISTER_ROLES } from '../own-desk.ts';
import { prefillResident } from '../queries/prefill-resident.ts';
import { lookCookie } from './look-cookie.ts';
import { PersonFields, ResidenceFields } from './resident-fields.tsx';
import { personOf, residenceOf } from './read-resident-form.ts';

interface Known {
  readonly caseId: string;
  readonly number: string;
  readonly name: string;
  readonly rnokpp: string;
  readonly address: string;
}

/** A new person with the residence; `?case=` fills in what an application says already. */
export const enterPage = definePage({
  path: '/desk/residents/new',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request, form) => {
    const caseId = request.query['case'];
    const known = caseId === undefined ? undefined : await request.ask(prefillResident, { caseId });
    return view(
      request.t('community-register:enter.title'),
      <EnterForm
        form={form}
        known={known === undefined || caseId === undefined ? undefined : { ...known, caseId }}
      />,
    );
  },
  post: async (request) => {
    const residence = await residenceOf(request, 'residence.');
    const { residentId } = await request.run(enterResident, { ...personOf(request), residence });
    return {
      ...redirect(`/desk/residents/${residentId}`, 'community-register:notices.entered'),
      // Who has just written the card may see it.
      cookies: lookCookie(residentId, request.t('community-register:reasons.application'), request.now),
    };
  },
});

function EnterForm({ form, known }: { form: FormState | undefined; known: Known | undefined }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{t('community-register:enter.title')}</h1>
      {known === undefined ? null : (
        <Notice>{t('community-register:enter.fromCase', { number: known.number })}</Notice>
      )}
      <Form state={form} draft="enter-resident" label={t('community-register:enter.title')}>
        {known === undefined ? null : <HiddenField name="caseId" value={known.caseId} />}
        <PersonFields person={known === undefined ? {} : { name: known.name, rnokpp: known.rnokpp }} />
        <h2>{t('community-register:enter.residence')}</h2>
        <ResidenceFields address={known?.address ?? ''} prefix="residence." />
        <Button hotkey="Ctrl+Enter">{t('community-register:enter.send')}</Button>
      </Form>
    </>
  );
}
