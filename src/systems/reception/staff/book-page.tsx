import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { bookForVisitor } from '../actions/book-for-visitor.ts';
import { ChosenPlace, VisitorFields, visitorOf } from '../public/book-page.tsx';
import { type Choice, PlaceList, readChoice } from '../public/place-list.tsx';

const PATH = '/desk/reception/new';

/** For somebody on the telephone or at the desk; the code is told aloud from the card. */
export const deskBookPage = definePage({
  path: PATH,
  may: ['registrar'],
  shell: 'staff',
  async get(request, form) {
    const choice = await readChoice(request);
    return view(request.t('reception:list.book'), <DeskBook {...choice} form={form} />);
  },
  async post(request) {
    const channel = request.field('channel') === 'desk' ? 'desk' : 'telephone';
    const { visitId } = await request.run(bookForVisitor, { ...visitorOf(request), channel });
    return redirect(`/desk/reception/${visitId}`, 'reception:notices.bookedFor');
  },
});

function DeskBook({ leaders, chosen, gone, form }: Choice & { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('reception:list.book')}</h1>
      {gone ? <Notice kind="attention">{form?.problem ?? t('reception:book.gone')}</Notice> : null}
      {chosen === null ? (
        <PlaceList leaders={leaders} path={PATH} />
      ) : (
        <>
          <ChosenPlace chosen={chosen} path={PATH} />
          <Form state={form}>
            <RadioField
              name="channel"
              label={t('reception:columns.channel')}
              value="telephone"
              inline
              options={['telephone', 'desk'].map((one) => ({
                value: one,
                label: t(`reception:channels.${one}`),
              }))}
            />
            <VisitorFields chosen={chosen} />
            <Button hotkey="Ctrl+Enter">{t('reception:list.book')}</Button>
          </Form>
        </>
      )}
    </>
  );
}
