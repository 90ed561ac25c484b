import { CheckboxField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import type { PagePost } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import type { DeviceView, PrinterView } from '../device-input.ts';

/** Where a device stands and what it prints on. */
export function DeviceFields({
  printers,
  device,
}: {
  printers: readonly PrinterView[];
  device?: DeviceView;
}) {
  const t = useT();
  return (
    <>
      <TextField
        name="name"
        label={t('devices:fields.name')}
        hint={t('devices:fields.nameHint')}
        value={device?.name ?? ''}
        maxLength={80}
      />
      <TextField
        name="hall"
        label={t('devices:columns.hall')}
        hint={t('devices:fields.hallHint')}
        value={device?.hall ?? 'main'}
        width={10}
      />
      <TextField
        name="windowNo"
        label={t('devices:columns.window')}
        hint={t('devices:fields.windowHint')}
        value={device?.windowNo?.toString() ?? ''}
        inputMode="numeric"
        width={4}
        optional
      />
      <SelectField
        name="printerId"
        label={t('devices:columns.printer')}
        value={device?.printerId ?? ''}
        empty={t('devices:fields.noPrinter')}
        options={printers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxField
        name="keepsHours"
        label={t('devices:fields.keepsHours')}
        checked={device?.keepsHours ?? true}
      />
    </>
  );
}

export function settingsOf(request: PagePost) {
  const optional = (name: string) => (request.field(name) === '' ? null : request.field(name));
  return {
    name: request.field('name'),
    hall: request.field('hall'),
    windowNo: optional('windowNo'),
    printerId: optional('printerId'),
    keepsHours: request.field('keepsHours') === 'on',
  };
}
