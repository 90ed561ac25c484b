import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { attachCase } from '../actions/attach-case.ts';
import { attachVisit } from '../actions/attach-visit.ts';
import { CabinetTabs } from './cabinet-tabs.tsx';

/** What was filed at a window or booked without signing in comes into the cabinet by its codes. */
export const attachPage = definePage({
  path: '/cabinet/attach',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  get: async (request, form) => {
    const visit = request.query['visit']?.slice(0, 20);
    return view(request.t('cabinet:attach.title'), <Attach form={form} visit={visit} />);
  },
  async post(request) {
    if (request.field('what') === 'visit') {
      await request.run(attachVisit, { code: request.field('code') });
      return redirect('/cabinet', 'cabinet:attach.visitAdded');
    }
    await request.run(attachCase, { number: request.field('number'), code: request.field('code') });
    return redirect('/cabinet', 'cabinet:attach.caseAdded');
  },
});

function Attach({ form, visit }: { form: FormState | undefined; visit: string | undefined }) {
  const { t } = usePage();
  const isVisit = form?.values['what'] === 'visit';
  return (
    <>
      <CabinetTabs />
      <h1>{t('cabinet:attach.title')}</h1>
      <p class="lead">{t('cabinet:attach.lead')}</p>
      <h2>{t('cabinet:attach.case')}</h2>
      <Form id="case" state={isVisit ? undefined : form} label={t('cabinet:attach.case')}>
        <HiddenField name="what" value="case" />
        <TextField
          name="number"
          label={t('cabinet:attach.number')}
          hint={t('cabinet:attach.numberHint')}
          width={20}
        />
        <TextField
          name="code"
          label={t('cabinet:attach.code')}
          hint={t('cabinet:attach.codeHint')}
          width={20}
        />
        <Button>{t('cabinet:attach.addCase')}</Button>
      </Form>
      <h2>{t('cabinet:attach.visit')}</h2>
      <Form id="visit" state={isVisit ? form : undefined} label={t('cabinet:attach.visit')}>
        <HiddenField name="what" value="visit" />
        <TextField
          name="code"
          label={t('cabinet:attach.visitCode')}
          hint={t('cabinet:attach.visitHint')}
          width={10}
          {...(visit === undefined ? {} : { value: visit })}
        />
        <Button>{t('cabinet:attach.addVisit')}</Button>
      </Form>
    </>
  );
}
