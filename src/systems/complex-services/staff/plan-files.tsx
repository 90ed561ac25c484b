import { z } from 'zod';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { FileField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { importPlans } from '../actions/publish-plan.ts';
import { planSchema } from '../plan.ts';
import { listPlanVersions } from '../queries/list-plan-versions.ts';

/** The plans in force today as a file: what another city imports. */
export const exportPage = definePage({
  path: '/desk/plans/export',
  may: ['administrator', 'head', 'it', 'auditor'],
  shell: 'staff',
  async get(request) {
    const today = kyivDate(request.now);
    const { versions } = await request.ask(listPlanVersions, {});
    const inForce = versions.filter(
      ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo),
    );
    const plans = inForce.map((version) => planSchema.parse(version));
    return {
      kind: 'download',
      name: `plans-${today}.json`,
      type: 'application/json; charset=utf-8',
      bytes: Buffer.from(`${JSON.stringify(plans, null, 2)}\n`),
    };
  },
});

type Result = z.output<(typeof importPlans)['output']>;

/** Plans out of a file: first what would be wrong, then the writing. */
export const importPage = definePage({
  path: '/desk/plans/import',
  may: ['head', 'it'],
  shell: 'staff',
  get: async (request, form) =>
    view(
      request.t('complex-services:plan.import'),
      <ImportPlans form={form} today={kyivDate(request.now)} />,
    ),
  post: check,
});

async function check(request: PagePost): Promise<Answer> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal('complex-services:refusals.noFile', {}, 422);
  const result = await request.run(importPlans, {
    plans: readFile(file.bytes),
    validFrom: request.field('validFrom'),
    dryRun: request.field('write') !== 'on',
  });
  if (result.written > 0) return redirect('/desk/plans', 'complex-services:notices.imported');
  return view(request.t('complex-services:plan.import'), <Checked result={result} />, {
    status: result.plans.some(({ contradictions }) => contradictions.length > 0) ? 422 : 200,
  });
}

/** @throws Refusal that names the first place that is not of a plan's shape. */
function readFile(bytes: Buffer): z.input<typeof planSchema>[] {
  let raw: unknown;
  try {
    raw = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('complex-services:refusals.fileUnreadable', {}, 422);
  }
  const read = z.array(planSchema).min(1).safeParse(raw);
  if (read.success) return read.data;
  const place = read.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal('complex-services:refusals.fileWrong', { place }, 422);
}

function ImportPlans({ form, today }: { form: FormState | undefined; today: string }) {
  const { t } = usePage();
  const word = (name: string) => t(`complex-services:plan.${name}`);
  return (
    <>
      <h1>{word('import')}</h1>
      <p class="sentence">{word('importLead')}</p>
      <Form id="import" state={form} multipart>
        <FileField name="file" label={word('file')} accept=".json,application/json" />
        <TextField name="validFrom" type="date" label={word('validFrom')} value={today} />
        <CheckboxField name="write" label={word('write')} hint={word('writeHint')} />
        <Button>{word('check')}</Button>
      </Form>
    </>
  );
}

function Checked({ result }: { result: Result }) {
  const { t } = usePage();
  const sound = result.plans.every(({ contradictions }) => contradictions.length === 0);
  return (
    <>
      <h1>{t('complex-services:plan.import')}</h1>
      <Notice kind={sound ? 'done' : 'attention'}>
        {t(sound ? 'complex-services:plan.sound' : 'complex-services:plan.unsound')}
      </Notice>
      {result.plans.map(({ code, title, contradictions }) => (
        <section key={code}>
          <h2>{title}</h2>
          {contradictions.length === 0 ? <p>{t('complex-services:plan.soundOne')}</p> : null}
          <ul>
            {contradictions.map(({ kind, no, params }, index) => (
              <li key={index}>
                {no === null ? null : `${t('complex-services:plan.partNo', { no })}: `}
                {t(`complex-services:contradictions.${kind}`, params)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <LinkButton href="/desk/plans/import">{t('complex-services:plan.again')}</LinkButton>
      </p>
    </>
  );
}
