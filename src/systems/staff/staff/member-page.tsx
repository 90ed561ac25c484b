import { STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField, CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { changeMember } from '../actions/change-member.ts';
import type { Member } from '../member-store.ts';
import { getMemberQuery } from '../queries/get-member.ts';
import { roleOptions } from './members-page.tsx';

/** One member: roles, the door shut or open, an invitation, API tokens. */
export const memberPage = definePage({
  path: '/desk/staff/:id',
  may: ['it'],
  shell: 'staff',
  get: async (request, form) => {
    const member = await request.ask(getMemberQuery, { staffId: request.params['id'] ?? '' });
    return view(member.name, <MemberView request={request} form={form} member={member} />);
  },
  post: async (request) => {
    await request.run(changeMember, {
      staffId: request.params['id'] ?? '',
      roles: request.fields('roles').flatMap((role) => STAFF_ROLES.find((one) => one === role) ?? []),
      active: request.field('active') === 'on',
    });
    return redirect(request.path, 'staff:member.changed');
  },
});

interface MemberViewProps {
  readonly request: PageRequest;
  readonly form: FormState | undefined;
  readonly member: Member;
}

function MemberView({ request: { t, path }, form, member }: MemberViewProps) {
  const yesNo = (is: boolean) => t(is ? 'staff:member.yes' : 'staff:member.no');
  return (
    <>
      <h1>{member.name}</h1>
      <SummaryList
        lines={[
          { term: t('staff:list.login'), value: member.login },
          { term: t('staff:list.unit'), value: member.unit },
          { term: t('staff:member.password'), value: yesNo(member.hasPassword) },
          { term: t('staff:member.secondFactor'), value: yesNo(member.hasSecondFactor) },
          { term: t('staff:member.tokens'), value: String(member.tokens) },
        ]}
      />
      <Form state={form} id="change">
        <CheckboxesField
          name="roles"
          label={t('staff:add.roles')}
          options={roleOptions(t)}
          values={member.roles}
        />
        <CheckboxField name="active" label={t('staff:member.active')} checked={member.active} />
        <p>{t('staff:member.changeHint')}</p>
        <Button>{t('staff:member.save')}</Button>
      </Form>
      <h2>{t('staff:member.invitationTitle')}</h2>
      <p>{t('staff:member.invitationHint')}</p>
      <Form action={`${path}/invitation`} id="invite">
        <Button look="plain">{t('staff:member.invite')}</Button>
      </Form>
      <h2>{t('staff:member.tokenTitle')}</h2>
      <p>{t('staff:member.tokenHint')}</p>
      <Form action={`${path}/token`} id="token">
        <Button look="plain">{t('staff:member.issue')}</Button>
      </Form>
    </>
  );
}
