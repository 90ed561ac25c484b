import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Downloads } from '../../../kernel/page/components/downloads.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { addStreet } from '../actions/add-street.ts';
import { KIND_WORDS, STREET_KINDS } from '../address.ts';
import { KEEPERS } from '../address-input.ts';
import { askedStreets, PAGE, StreetTable } from '../public/street-table.tsx';
import { listStreets } from '../queries/list-streets.ts';
import { kindField, orNull } from './read-fields.ts';

/** The register of addresses as its keepers see it; a new street is added below the list. */
export const streetsDeskPage = definePage({
  path: '/desk/addresses',
  may: KEEPERS,
  shell: 'staff',
  get: async (request, form) => {
    const asked = askedStreets(request);
    const found = await request.ask(listStreets, { ...asked, limit: PAGE });
    return view(
      request.t('address-register:desk.title'),
      <>
        <h1>{request.t('address-register:desk.title')}</h1>
        <p>
          <LinkButton href="/desk/addresses/import" look="plain">
            {request.t('address-register:import.title')}
          </LinkButton>
        </p>
        <StreetTable asked={asked} base="/desk/addresses" {...found} />
        <Downloads path="/addresses/data" />
        <AddStreet form={form} />
      </>,
    );
  },
  post: async (request) => {
    const { streetId } = await request.run(addStreet, {
      kind: kindField(request),
      name: request.field('name'),
      from: orNull(request.field('from')),
      act: orNull(request.field('act')),
    });
    return redirect(`/desk/addresses/${streetId}`, 'address-register:notices.added');
  },
});

function AddStreet({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <details open={form !== undefined}>
      <summary data-hotkey="F2">{t('address-register:desk.add')}</summary>
      <Form id="add" state={form} label={t('address-register:desk.add')}>
        <KindField />
        <TextField name="name" label={t('address-register:fields.name')} width={20} />
        <TextField name="from" type="date" label={t('address-register:fields.from')} optional />
        <TextField name="act" label={t('address-register:fields.act')} optional />
        <Button>{t('address-register:desk.addSend')}</Button>
      </Form>
    </details>
  );
}

export function KindField({ value = 'street' }: { value?: string }) {
  const { t } = usePage();
  return (
    <SelectField
      name="kind"
      label={t('address-register:fields.kind')}
      value={value}
      options={STREET_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].full }))}
    />
  );
}
