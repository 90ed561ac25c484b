import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { REGISTER_ROLES } from '../own-desk.ts';
import { findHousehold } from '../queries/find-household.ts';
import { houseOf, orNull } from './read-resident-form.ts';
import { ReasonFields, reasonOf } from './reason-form.tsx';

/** Who is registered at an address; a reason is given first, and everyone shown will read it. */
export const householdPage = definePage({
  path: '/desk/residents/household',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async ({ t }, form) =>
    view(t('community-register:household.title'), <Household form={form} found={undefined} />),
  post: async (request) => {
    const house = await houseOf(request, 'address');
    const flat = orNull(request.field('flat')) ?? house.flat;
    const found = await request.ask(findHousehold, {
      addressId: house.addressId,
      reason: reasonOf(request),
      ...(flat === null ? {} : { flat }),
    });
    return view(
      request.t('community-register:household.title'),
      <Household form={undefined} found={found} />,
    );
  },
});

interface Props {
  readonly form: FormState | undefined;
  readonly found: z.output<typeof findHousehold.output> | undefined;
}

function Household({ form, found }: Props) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/residents">← {t('community-register:list.title')}</a>
      </p>
      <h1>{t('community-register:household.title')}</h1>
      {found === undefined ? null : <Members found={found} />}
      <Form state={form} label={t('community-register:household.title')}>
        <TextField
          name="address"
          label={t('community-register:fields.address')}
          hint={t('community-register:form.addressHint')}
          width={20}
        />
        <TextField name="flat" label={t('community-register:fields.flat')} width={4} optional />
        <ReasonFields />
        <Button>{t('community-register:household.show')}</Button>
      </Form>
    </>
  );
}

function Members({ found: { address, members } }: { found: NonNullable<Props['found']> }) {
  const { t, locale } = usePage();
  return (
    <DataTable
      caption={address}
      rows={members}
      keyOf={({ id }) => id}
      empty={t('community-register:household.nobody', { address })}
      columns={[
        {
          key: 'name',
          title: t('community-register:fields.name'),
          heading: true,
          cell: ({ id, name }) => <a href={`/desk/residents/${id}`}>{name}</a>,
        },
        {
          key: 'birthDate',
          title: t('community-register:fields.birthDate'),
          narrow: true,
          cell: ({ birthDate }) => (birthDate === null ? '–' : formatDate(birthDate, locale)),
        },
        {
          key: 'flat',
          title: t('community-register:fields.flat'),
          narrow: true,
          cell: ({ flat }) => flat ?? '–',
        },
        {
          key: 'kind',
          title: t('community-register:fields.kind'),
          cell: ({ kind }) => t(`community-register:kinds.${kind}`),
        },
        {
          key: 'from',
          title: t('community-register:fields.from'),
          narrow: true,
          cell: ({ from }) => formatDate(from, locale),
        },
      ]}
    />
  );
}
