import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, type PageRequest, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { looksAtCase } from '../queries/looks-at-case.ts';
import { LooksTable } from './looks-table.tsx';

type Looks = z.output<(typeof looksAtCase)['output']>;

/** By number and code from the receipt: who looked at the case, when and why. */
export const looksPage = definePage({
  path: '/track/looks',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { t } = request;
    const title = t('journal:looks.title');
    const { number = '', code = '' } = request.query;
    if (number === '' && code === '') return view(title, <LooksForm />);
    const found = await findLooks(request, number, code);
    if (found instanceof Refusal) {
      const state: FormState = { values: { number, code }, errors: {}, problem: t(found.key) };
      return view(title, <LooksForm state={state} />, { status: 404 });
    }
    return view(title, <LooksView found={found} />);
  },
});

async function findLooks(request: PageRequest, number: string, code: string): Promise<Looks | Refusal> {
  const asked = { number: number.slice(0, 60), code: code.slice(0, 60) };
  if (asked.number.trim() === '' || asked.code.trim() === '')
    return new Refusal('journal:refusals.notTracked', {}, 404);
  try {
    return await request.ask(looksAtCase, asked);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return error;
    throw error;
  }
}

function LooksForm({ state }: { state?: FormState }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('journal:looks.title')}</h1>
      <p class="lead">{t('journal:looks.lead')}</p>
      <Form id="looks" method="get" state={state} label={t('journal:looks.title')}>
        <TextField name="number" label={t('journal:looks.number')} width={20} />
        <TextField name="code" label={t('journal:looks.code')} width={20} />
        <Button>{t('journal:looks.show')}</Button>
      </Form>
    </>
  );
}

function LooksView({ found: { number, looks } }: { found: Looks }) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('journal:looks.titleOf', { number })}</h1>
      <p class="lead">{t('journal:looks.explained')}</p>
      <LooksTable looks={looks} />
      <p>{t('journal:looks.complain')}</p>
    </>
  );
}
