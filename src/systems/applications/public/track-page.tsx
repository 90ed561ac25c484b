import type { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import { findTrackPath } from '../queries/find-track-path.ts';
import { trackApplication } from '../queries/track-application.ts';
import { TrackedApplication } from './tracked-application.tsx';

type Tracked = z.output<(typeof trackApplication)['output']>;

/** Number and code from the receipt → where the application is, whose day it is, when the result comes. */
export const trackPage = definePage({
  path: '/track',
  may: 'anyone',
  shell: 'resident',
  async get(request) {
    const { t } = request;
    const title = t('applications:track.title');
    const { number = '', code = '' } = request.query;
    if (number === '' && code === '') return view(title, <TrackForm />);
    const found = await findTracked(request, number, code);
    if (found instanceof Refusal) {
      const elsewhere = await findElsewhere(request, number, code);
      if (elsewhere !== null) return redirect(elsewhere);
      const state: FormState = { values: { number, code }, errors: {}, problem: t(found.key) };
      return view(title, <TrackForm state={state} />, { status: 404 });
    }
    return view(t('applications:track.titleOf', { number: found.number }), <Found found={found} />);
  },
});

/** An empty field is told by the same sentence: both are on the receipt. */
async function findTracked(request: PageRequest, number: string, code: string): Promise<Tracked | Refusal> {
  const asked = { number: number.slice(0, 60), code: code.slice(0, 60) };
  if (asked.number.trim() === '' || asked.code.trim() === '')
    return new Refusal('applications:refusals.notTracked', {}, 404);
  try {
    return await request.ask(trackApplication, asked);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return error;
    throw error;
  }
}

/** Where another system shows the case of this number and code. */
async function findElsewhere(request: PageRequest, number: string, code: string): Promise<string | null> {
  if (number.trim() === '' || code.trim() === '') return null;
  const asked = { number: number.slice(0, 60), code: code.slice(0, 60) };
  const { path } = await request.ask(findTrackPath, asked);
  return path === null ? null : `${path}?${new URLSearchParams(asked).toString()}`;
}

function TrackForm({ state }: { state?: FormState }) {
  const t = useT();
  return (
    <>
      <h1>{t('applications:track.title')}</h1>
      <p class="lead">{t('applications:track.lead')}</p>
      <Form id="track" action="/track" method="get" state={state} label={t('applications:track.title')}>
        <TextField
          name="number"
          label={t('applications:track.number')}
          hint={t('applications:track.numberHint')}
          width={20}
        />
        <TextField
          name="code"
          label={t('applications:track.code')}
          hint={t('applications:track.codeHint')}
          width={20}
        />
        <Button>{t('applications:track.find')}</Button>
      </Form>
    </>
  );
}

function Found({ found }: { found: Tracked }) {
  const { t, url } = usePage();
  return (
    <>
      <TrackedApplication found={found} />
      <p>
        <a href={`/track/looks${url.slice(url.indexOf('?'))}`}>{t('applications:track.looks')}</a>
      </p>
      <p>
        <a href="/track">{t('applications:track.another')}</a>
      </p>
    </>
  );
}
