import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { addHouses } from '../actions/add-houses.ts';
import { renameStreetAction } from '../actions/rename-street.ts';
import { KEEPERS } from '../address-input.ts';
import { StreetView, titleOf } from '../public/street-page.tsx';
import { getStreet } from '../queries/get-street.ts';
import { listPlaces } from '../queries/list-places.ts';
import { kindField, orNull } from './read-fields.ts';
import { KindField } from './streets-desk-page.tsx';

/** One street at the desk: its names and houses, a renaming by a decision, new houses. */
export const streetDeskPage = definePage({
  path: '/desk/addresses/:id',
  may: KEEPERS,
  shell: 'staff',
  get: async (request, form) => {
    const street = await request.ask(getStreet, { id: request.params['id'] ?? '' });
    const { districts } = await request.ask(listPlaces, {});
    const stateOf = (deed: string) => (form?.values['deed'] === deed ? form : undefined);
    return view(
      titleOf(street),
      <>
        <StreetView street={street} back="/desk/addresses" />
        <Rename form={stateOf('rename')} kind={street.names[0]?.kind ?? 'street'} />
        <AddHouses form={stateOf('houses')} districts={districts} />
      </>,
    );
  },
  post: act,
});

async function act(request: PagePost): Promise<Answer> {
  const streetId = request.params['id'] ?? '';
  if (request.field('deed') === 'rename') {
    await request.run(renameStreetAction, {
      streetId,
      kind: kindField(request),
      name: request.field('name'),
      from: request.field('from'),
      act: request.field('act'),
    });
    return redirect(request.path, 'address-register:notices.renamed');
  }
  const [flatsFrom, flatsTo] = [orNull(request.field('flatsFrom')), orNull(request.field('flatsTo'))];
  await request.run(addHouses, {
    streetId,
    numbers: request
      .field('numbers')
      .split(/[,;\n]+/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    districtCode: orNull(request.field('districtCode')),
    postcode: orNull(request.field('postcode')),
    flatsFrom: flatsFrom === null ? null : Number(flatsFrom),
    flatsTo: flatsTo === null ? null : Number(flatsTo),
  });
  return redirect(request.path, 'address-register:notices.houses');
}

function Rename({ form, kind }: { form: FormState | undefined; kind: string }) {
  const { t } = usePage();
  return (
    <details open={form !== undefined}>
      <summary>{t('address-register:desk.rename')}</summary>
      <Form id="rename" state={form} label={t('address-register:desk.rename')}>
        <HiddenField name="deed" value="rename" />
        <KindField value={kind} />
        <TextField name="name" label={t('address-register:desk.newName')} width={20} />
        <TextField name="from" type="date" label={t('address-register:fields.from')} />
        <TextField
          name="act"
          label={t('address-register:fields.act')}
          hint={t('address-register:desk.actHint')}
        />
        <Button>{t('address-register:desk.renameSend')}</Button>
      </Form>
    </details>
  );
}

interface AddHousesProps {
  readonly form: FormState | undefined;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

function AddHouses({ form, districts }: AddHousesProps) {
  const { t } = usePage();
  return (
    <details open={form !== undefined}>
      <summary>{t('address-register:desk.addHouses')}</summary>
      <Form id="houses" state={form} label={t('address-register:desk.addHouses')}>
        <HiddenField name="deed" value="houses" />
        <TextField
          name="numbers"
          label={t('address-register:desk.numbers')}
          hint={t('address-register:desk.numbersHint')}
          rows={2}
        />
        <SelectField
          name="districtCode"
          label={t('address-register:fields.district')}
          empty={t('address-register:desk.noDistrict')}
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
          optional
        />
        <TextField name="postcode" label={t('address-register:fields.postcode')} width={10} optional />
        <TextField
          name="flatsFrom"
          label={t('address-register:desk.flatsFrom')}
          inputMode="numeric"
          width={4}
          optional
        />
        <TextField
          name="flatsTo"
          label={t('address-register:desk.flatsTo')}
          inputMode="numeric"
          width={4}
          optional
        />
        <Button>{t('address-register:desk.addHousesSend')}</Button>
      </Form>
    </details>
  );
}
