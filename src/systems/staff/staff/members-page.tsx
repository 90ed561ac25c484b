import { STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { CheckboxesField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SearchField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { addMember } from '../actions/add-member.ts';
import type { Member } from '../member-store.ts';
import { listMembersQuery } from '../queries/list-members.ts';
import { listUnitsQuery } from '../queries/list-units.ts';

/** Who works here and what each may do; new members are added below the list. */
export const membersPage = definePage({
  path: '/desk/staff',
  may: ['it', 'head', 'auditor'],
  shell: 'staff',
  get: async (request, form) => {
    const { members } = await request.ask(listMembersQuery, { words: request.query['words'] ?? '' });
    const mayAdd = request.actor.roles.includes('it');
    return view(
      request.t('staff:list.title'),
      <>
        <h1>{request.t('staff:list.title')}</h1>
        <Search request={request} />
        <Members request={request} members={members} />
        {mayAdd ? (
          <AddMember request={request} form={form} units={(await request.ask(listUnitsQuery, {})).units} />
        ) : null}
      </>,
    );
  },
  post: async (request) => {
    const { staffId } = await request.run(addMember, {
      login: request.field('login'),
      name: request.field('name'),
      position: request.field('position'),
      unitCode: request.field('unitCode'),
      roles: request.fields('roles').flatMap((role) => STAFF_ROLES.find((one) => one === role) ?? []),
    });
    return redirect(`/desk/staff/${staffId}`, 'staff:list.added');
  },
});

function Search({ request: { t, query } }: { request: PageRequest }) {
  return (
    <Form method="get" inline id="search" label={t('staff:list.search')}>
      <SearchField label={t('staff:list.search')} value={query['words'] ?? ''} />
      <Button look="plain">{t('staff:list.find')}</Button>
    </Form>
  );
}

function Members({ request: { t }, members }: { request: PageRequest; members: readonly Member[] }) {
  return (
    <DataTable
      caption={t('staff:list.title')}
      captionHidden
      rows={members}
      keyOf={(member) => member.id}
      empty={t('staff:list.none')}
      columns={[
        {
          key: 'login',
          title: t('staff:list.login'),
          heading: true,
          cell: (member) => <a href={`/desk/staff/${member.id}`}>{member.login}</a>,
        },
        { key: 'name', title: t('staff:list.name'), cell: (member) => member.name },
        { key: 'unit', title: t('staff:list.unit'), cell: (member) => member.unit },
        {
          key: 'roles',
          title: t('staff:list.roles'),
          cell: (member) => member.roles.map((role) => t(`identity:roles.${role}`)).join(', '),
        },
        {
          key: 'state',
          title: t('staff:list.state'),
          cell: (member) =>
            t(`staff:list.${member.active ? (member.hasPassword ? 'active' : 'invited') : 'shut'}`),
        },
      ]}
    />
  );
}

interface AddMemberProps {
  readonly request: PageRequest;
  readonly form: FormState | undefined;
  readonly units: readonly { code: string; name: string }[];
}

function AddMember({ request: { t }, form, units }: AddMemberProps) {
  return (
    <section aria-labelledby="add-title">
      <h2 id="add-title">{t('staff:add.title')}</h2>
      <Form state={form} id="add">
        <TextField name="login" label={t('staff:add.login')} hint={t('staff:add.loginHint')} width={20} />
        <TextField name="name" label={t('staff:add.name')} width={20} />
        <TextField name="position" label={t('staff:add.position')} width={20} optional />
        <SelectField
          name="unitCode"
          label={t('staff:add.unit')}
          empty={t('staff:add.chooseUnit')}
          options={units.map((unit) => ({ value: unit.code, label: unit.name }))}
        />
        <CheckboxesField name="roles" label={t('staff:add.roles')} options={roleOptions(t)} />
        <Button>{t('staff:add.send')}</Button>
      </Form>
    </section>
  );
}

export function roleOptions(t: PageRequest['t']) {
  return STAFF_ROLES.map((role) => ({ value: role, label: t(`identity:roles.${role}`) }));
}
