import type { z } from 'zod';
import { formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag, type Tone } from '../../../kernel/page/components/tags.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import {
  type Answer,
  definePage,
  type FormState,
  type PagePost,
  type PageRequest,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { notePaperSignature, requestSignature, withdrawSignature } from '../actions/request-signature.ts';
import type { DeviceView } from '../device-input.ts';
import { DEVICE_COOKIE } from '../device-word.ts';
import { listDevices } from '../queries/list-devices.ts';
import { caseSignatures, signatureDrawing } from '../queries/signature-queries.ts';
import { thisDevice } from '../queries/this-device.ts';
import type { SignatureState } from '../signatures/signature-store.ts';

type Signatures = z.output<(typeof caseSignatures)['output']>;

/** The applicant's signature: asked for on the window's tablet, seen as it arrives; or a tick for the paper. */
export const signaturesPage = definePage({
  path: '/desk/signatures/:case',
  may: ['administrator'],
  shell: 'staff',
  async get(request, form) {
    const caseId = request.params['case'] ?? '';
    const found = await request.ask(caseSignatures, { caseId });
    const { devices } = await request.ask(listDevices, { kind: 'tablet' });
    const tablets = devices.filter(({ state }) => state === 'working' || state === 'silent');
    return view(
      request.t('devices:signatures.title', { number: found.number }),
      <SignaturesDesk
        caseId={caseId}
        found={found}
        tablets={tablets}
        nearest={await nearestTablet(request, tablets)}
        form={form}
      />,
      { live: `/live/signatures/${caseId}` },
    );
  },
  post: act,
});

/** The tablet of the window: by `?window=`, or of the window where this computer stands. */
async function nearestTablet(
  request: PageRequest,
  tablets: readonly DeviceView[],
): Promise<string | undefined> {
  const { device } = await request.ask(thisDevice, { token: request.cookie(DEVICE_COOKIE) });
  const windowNo = Number(request.query['window'] ?? device?.windowNo ?? Number.NaN);
  return tablets.find((tablet) => tablet.windowNo === windowNo)?.id ?? tablets[0]?.id;
}

async function act(request: PagePost): Promise<Answer> {
  const caseId = request.params['case'] ?? '';
  const here = `/desk/signatures/${caseId}`;
  switch (request.field('deed')) {
    case 'paper':
      await request.run(notePaperSignature, { caseId });
      return redirect(here, 'devices:notices.onPaper');
    case 'withdraw':
      await request.run(withdrawSignature, { signatureId: request.field('signatureId') });
      return redirect(here, 'devices:notices.withdrawn');
    default:
      await request.run(requestSignature, { caseId, deviceId: request.field('deviceId') });
      return redirect(here, 'devices:notices.asked');
  }
}

function toneOf(state: SignatureState): Tone {
  switch (state) {
    case 'asked':
      return 'waiting';
    case 'signed':
    case 'on-paper':
      return 'done';
    case 'withdrawn':
      return 'plain';
  }
}

interface Props {
  readonly caseId: string;
  readonly found: Signatures;
  readonly tablets: readonly DeviceView[];
  readonly nearest: string | undefined;
  readonly form: FormState | undefined;
}

function SignaturesDesk({ caseId, found, tablets, nearest, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <h1>{t('devices:signatures.title', { number: found.number })}</h1>
      <p>
        {found.title} · {found.applicant}
      </p>
      {tablets.length === 0 ? (
        <EmptyState>{t('devices:signatures.noTablets')}</EmptyState>
      ) : (
        <Form id="ask" inline state={form} label={t('devices:signatures.ask')}>
          <HiddenField name="deed" value="ask" />
          <SelectField
            name="deviceId"
            label={t('devices:kinds.tablet')}
            value={nearest ?? ''}
            options={tablets.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button hotkey="F2">{t('devices:signatures.ask')}</Button>
        </Form>
      )}
      <Form id="paper" inline label={t('devices:signatures.paper')}>
        <HiddenField name="deed" value="paper" />
        <Button look="plain">{t('devices:signatures.paper')}</Button>
      </Form>
      <h2>{t('devices:signatures.list')}</h2>
      {found.signatures.length === 0 ? <p>{t('devices:signatures.none')}</p> : null}
      {found.signatures.map((one) => (
        <SignatureLine key={one.id} one={one} />
      ))}
      <p>
        <a href={`/desk/applications/${caseId}`}>{t('devices:signatures.back')}</a>
      </p>
    </>
  );
}

function SignatureLine({ one }: { one: Signatures['signatures'][number] }) {
  const { t, locale } = usePage();
  return (
    <section id={`signature-${one.id}`} data-changes>
      <p>
        <StatusTag tone={toneOf(one.state)}>{t(`devices:signatureStates.${one.state}`)}</StatusTag>
      </p>
      {one.fileId === null ? null : (
        <img
          class="signature-drawing"
          src={`/desk/signatures/drawing/${one.id}.svg`}
          alt={t('devices:signatures.drawing')}
          width="360"
          height="120"
        />
      )}
      <SummaryList
        lines={[
          { term: t('devices:signatures.askedBy'), value: one.askedBy },
          { term: t('devices:signatures.askedAt'), value: formatDateTime(one.askedAt, locale) },
          { term: t('devices:kinds.tablet'), value: one.device },
          {
            term: t('devices:signatures.endedAt'),
            value: one.endedAt === null ? null : formatDateTime(one.endedAt, locale),
          },
          {
            term: t('devices:signatures.hash'),
            value: one.sha256 === null ? null : <code class="signature-hash">{one.sha256}</code>,
          },
          {
            term: t('devices:signatures.file'),
            value:
              one.fileId === null ? null : (
                <a href={`/files/${one.fileId}`} download>
                  PNG
                </a>
              ),
          },
        ]}
      />
      {one.state === 'asked' ? (
        <Form id={`withdraw-${one.id}`} inline label={t('devices:signatures.withdraw')}>
          <HiddenField name="deed" value="withdraw" />
          <HiddenField name="signatureId" value={one.id} />
          <Button look="quiet">{t('devices:signatures.withdraw')}</Button>
        </Form>
      ) : null}
    </section>
  );
}

/** The strokes as a drawing; sandboxed like every file. */
export const signatureDrawingPage = definePage({
  path: '/desk/signatures/drawing/:file',
  may: ['administrator', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const signatureId = (request.params['file'] ?? '').replace(/\.svg$/, '');
    const { svg } = await request.ask(signatureDrawing, { signatureId });
    return {
      kind: 'download',
      name: 'signature.svg',
      type: 'image/svg+xml',
      inline: true,
      bytes: Buffer.from(svg),
    };
  },
});
