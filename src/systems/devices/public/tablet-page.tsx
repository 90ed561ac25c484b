import type { z } from 'zod';
import { InvalidInput } from '../../../kernel/actions/invalid-input.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { useT } from '../../../kernel/page/page-context.tsx';
import { signOnTablet } from '../actions/sign-on-tablet.ts';
import { DEVICE_COOKIE } from '../device-word.ts';
import { tabletTask } from '../queries/signature-queries.ts';
import { thisDevice } from '../queries/this-device.ts';
import { asAsker } from '../signatures/as-asker.ts';
import { drawSignature } from '../signatures/draw-signature.ts';
import { FIELD, type Strokes, strokesSchema } from '../signatures/strokes.ts';

type Task = NonNullable<z.output<(typeof tabletTask)['output']>['task']>;

/** The tablet at a window: what is signed, and the field to sign in; else it waits. */
export const tabletPage = definePage({
  path: '/tablet',
  may: 'anyone',
  shell: 'kiosk',
  async get(request, form) {
    const token = request.cookie(DEVICE_COOKIE);
    const { device } = await request.ask(thisDevice, { token });
    if (device === null) return redirect('/device');
    const { task, deviceId, windowNo } = await request.ask(tabletTask, { token });
    return view(
      request.t('devices:tablet.title'),
      task === null ? <Waits windowNo={windowNo} /> : <Sign task={task} form={form} />,
      { live: `/live/device/${deviceId}`, scripts: ['signature-pad'] },
    );
  },
  post: sign,
});

async function sign(request: PagePost): Promise<Answer> {
  const token = request.cookie(DEVICE_COOKIE);
  const { task } = await request.ask(tabletTask, { token });
  const strokes = readStrokes(request.field('strokes'));
  if (task === null || task.signatureId !== request.field('signatureId')) return redirect('/tablet');
  const name = `${request.t('devices:tablet.fileName', { number: task.number })}.png`;
  const picture = { field: 'signature', name, bytes: await drawSignature(strokes) };
  const { id: fileId } = await request.keepFile(picture, asAsker(task.askedBy));
  await request.run(signOnTablet, { token, signatureId: task.signatureId, strokes, fileId });
  return redirect('/tablet', 'devices:tablet.thanks');
}

function readStrokes(text: string): Strokes {
  const parsed = strokesSchema.safeParse(jsonOf(text), { reportInput: false });
  if (!parsed.success) throw new InvalidInput(parsed.error);
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function Waits({ windowNo }: { windowNo: number | null }) {
  const t = useT();
  return (
    <div class="tablet-waits">
      <h1>{t('devices:tablet.waits')}</h1>
      <p>
        {windowNo === null ? t('devices:tablet.waitsNote') : t('devices:tablet.window', { no: windowNo })}
      </p>
    </div>
  );
}

function Sign({ task, form }: { task: Task; form: FormState | undefined }) {
  const t = useT();
  return (
    <div class="tablet-sign">
      <h1>{t('devices:tablet.heading')}</h1>
      <SummaryList
        lines={[
          { term: t('devices:tablet.service'), value: task.title },
          { term: t('devices:tablet.number'), value: task.number },
          { term: t('devices:tablet.applicant'), value: task.applicant },
        ]}
      />
      <p>{t('devices:tablet.statement')}</p>
      {form === undefined ? null : <p class="field-error">{t('devices:refusals.tooShort')}</p>}
      <p id="field-note">{t('devices:tablet.field')}</p>
      <canvas
        class="tablet-field"
        width={FIELD.width}
        height={FIELD.height}
        aria-describedby="field-note"
        data-signature={task.signatureId}
      />
      <noscript>
        <p>{t('devices:tablet.noScript')}</p>
      </noscript>
      <Form id="sign" action="/tablet" label={t('devices:tablet.title')}>
        <HiddenField name="signatureId" value={task.signatureId} />
        <input type="hidden" name="strokes" value="" />
        <Buttons>
          <Button large>{t('devices:tablet.sign')}</Button>
          <Button type="button" look="plain" large name="clear">
            {t('devices:tablet.clear')}
          </Button>
        </Buttons>
      </Form>
    </div>
  );
}
