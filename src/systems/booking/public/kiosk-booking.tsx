import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { checkIn } from '../actions/check-in.ts';

/** The booked visitor at the kiosk: a scanner types the code and Enter as a keyboard would. */
export const kioskBooking = definePage({
  path: '/kiosk/:hall/booking',
  may: 'anyone',
  shell: 'kiosk',
  async get(request, form) {
    return view(request.t('booking:kiosk.title'), <CheckIn form={form} />);
  },
  async post(request) {
    const hall = request.params['hall'] ?? '';
    const { ticketCode } = await request.run(checkIn, { hall, code: request.field('code') });
    return redirect(`/kiosk/${hall}/ticket/${ticketCode}`);
  },
});

function CheckIn({ form }: { form: FormState | undefined }) {
  const t = useT();
  return (
    <>
      <h1>{t('booking:kiosk.title')}</h1>
      <p>{t('booking:kiosk.lead')}</p>
      <Form state={form} class="kiosk-booking">
        <TextField name="code" label={t('booking:kiosk.code')} width={10} maxLength={20} first />
        <button type="submit" class="kiosk-choice kiosk-choice-main">
          {t('booking:kiosk.take')}
        </button>
      </Form>
    </>
  );
}
