import type { z } from 'zod';
import { formatDate, formatDateTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import { DataTable } from '../../../kernel/page/components/data-table.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { StatusTag } from '../../../kernel/page/components/tags.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { getRegisterQuery } from '../queries/get-register.ts';
import { registerNumber, TONES } from '../register.ts';
import type { RegisterLine } from '../register-store.ts';
import { registerPdf } from '../register-pdf.ts';
import { doRegisterDeed } from './register-deeds.ts';
import { ScanField } from './scan-field.tsx';

type Whole = z.output<typeof getRegisterQuery.output>;

/** One register: scan, print, hand over, count, and what did not fit. */
export const registerPage = definePage({
  path: '/desk/registers/:id',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  async get(request, form) {
    const found = await request.ask(getRegisterQuery, { registerId: request.params['id'] ?? '' });
    const title = request.t(`handover-registers:paper.title.${found.register.direction}`, {
      number: registerNumber(found.register),
    });
    return view(
      title,
      <RegisterView found={found} title={title} form={form} scanned={request.query['scanned']} />,
    );
  },
  post: doRegisterDeed,
});

/** The city's paper with its bars, for both sides to sign. */
export const registerPdfPage = definePage({
  path: '/desk/registers/:id/pdf',
  may: ['administrator', 'specialist', 'head', 'auditor'],
  shell: 'staff',
  async get(request) {
    const { register, lines } = await request.ask(getRegisterQuery, {
      registerId: request.params['id'] ?? '',
    });
    const { t, locale } = request;
    return {
      kind: 'download',
      name: `${t(`handover-registers:paper.file.${register.direction}`)}-${register.number}-${register.year}.pdf`,
      type: 'application/pdf',
      bytes: await registerPdf({ register, lines, t, locale }),
      inline: true,
    };
  },
});

interface Props {
  readonly found: Whole;
  readonly title: string;
  readonly form: FormState | undefined;
  readonly scanned: string | undefined;
}

function stateOf(form: FormState | undefined, deed: string): FormState | undefined {
  return form?.values['deed'] === deed ? form : undefined;
}

function RegisterView({ found, title, form, scanned }: Props) {
  const { t, actor } = usePage();
  const { register, lines } = found;
  const works = actor.roles.includes('administrator') || actor.roles.includes('specialist');
  const scans = works && (register.state === 'made' || register.state === 'handed-over');
  return (
    <>
      <p>
        <a href="/desk/registers">← {t('handover-registers:list.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <StatusTag tone={TONES[register.state]}>{t(`handover-registers:states.${register.state}`)}</StatusTag>{' '}
        {register.unitName}
      </p>
      {scanned === undefined ? null : <ScanAnswer scanned={scanned} lines={lines} />}
      {scans ? (
        <ScanField
          label={t(`handover-registers:scan.${register.state}`)}
          hint={t(`handover-registers:scan.${register.state}-hint`)}
          form={stateOf(form, 'scan')}
        />
      ) : null}
      <LineTable found={found} works={works} />
      <Discrepancies found={found} />
      <p>
        <LinkButton look="plain" href={`/desk/registers/${register.id}/pdf`} hotkey="Alt+P">
          {t('handover-registers:register.print')}
        </LinkButton>
      </p>
      {works ? <Deeds found={found} form={form} /> : null}
      <Facts found={found} />
    </>
  );
}

/** What the last scan did: large, so that one looks at it from the folder. */
function ScanAnswer({ scanned, lines }: { scanned: string; lines: readonly RegisterLine[] }) {
  const { t } = usePage();
  const [what = '', number = ''] = scanned.split(/:(.*)/);
  if (!['added', 'received', 'already', 'extra'].includes(what)) return null;
  const left = lines.filter(({ receivedAt }) => receivedAt === null).length;
  return (
    <Notice kind={what === 'extra' ? 'attention' : 'done'}>
      <p class="scan-answer">
        {t(`handover-registers:scan.answers.${what}`, { number: number.slice(0, 40) })}
      </p>
      {what === 'received' ? <p>{t('handover-registers:scan.left', { count: left })}</p> : null}
    </Notice>
  );
}

function LineTable({ found: { register, lines }, works }: { found: Whole; works: boolean }) {
  const { t, locale } = usePage();
  const title = (name: string) => t(`handover-registers:columns.${name}`);
  return (
    <DataTable
      caption={t('handover-registers:register.lines', { count: lines.length })}
      rows={lines}
      keyOf={({ caseId }) => caseId}
      empty={t('handover-registers:register.noLines')}
      mark={(line) => (line.missing ? 'late' : undefined)}
      columns={[
        { key: 'no', title: title('no'), numeric: true, cell: ({ no }) => no },
        {
          key: 'case',
          title: title('case'),
          heading: true,
          narrow: true,
          cell: ({ caseId, caseNumber }) => <a href={`/desk/applications/${caseId}`}>{caseNumber}</a>,
        },
        {
          key: 'service',
          title: title('service'),
          cell: ({ title: service, papers }) => (
            <>
              {service}
              {papers.length === 0 ? null : <small class="line-papers">{papers.join('; ')}</small>}
            </>
          ),
        },
        {
          key: 'filed',
          title: title('filed'),
          narrow: true,
          cell: ({ filedOn }) => formatDate(filedOn, locale),
        },
        {
          key: 'due',
          title: title('due'),
          narrow: true,
          cell: ({ dueOn }) => (dueOn === null ? '–' : formatDate(dueOn, locale)),
        },
        { key: 'state', title: title('received'), narrow: true, cell: (line) => <Arrival line={line} /> },
        ...(works && register.state === 'made'
          ? [
              {
                key: 'deed',
                title: title('deed'),
                narrow: true,
                cell: ({ caseId, caseNumber }: RegisterLine) => (
                  <RemoveForm caseId={caseId} number={caseNumber} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Arrival({ line }: { line: RegisterLine }) {
  const { t, locale } = usePage();
  if (line.missing) return <StatusTag tone="late">{t('handover-registers:register.missing')}</StatusTag>;
  if (line.receivedAt === null) return <>–</>;
  return <StatusTag tone="done">{formatDateTime(line.receivedAt, locale)}</StatusTag>;
}

function RemoveForm({ caseId, number }: { caseId: string; number: string }) {
  const { t } = usePage();
  return (
    <Form id={`remove-${caseId}`} inline label={t('handover-registers:register.removeCase', { number })}>
      <HiddenField name="deed" value="remove" />
      <HiddenField name="caseId" value={caseId} />
      <Button look="quiet" label={t('handover-registers:register.removeCase', { number })}>
        {t('handover-registers:register.remove')}
      </Button>
    </Form>
  );
}

function Discrepancies({ found: { lines, extras, register } }: { found: Whole }) {
  const { t } = usePage();
  const missing = lines.filter((line) => line.missing);
  if (missing.length + extras.length === 0) return null;
  return (
    <Notice kind="attention" title={t('handover-registers:register.discrepancies')}>
      <ul>
        {missing.map(({ caseId, caseNumber }) => (
          <li key={caseId}>
            {t(`handover-registers:register.missingLine.${register.direction}`, { number: caseNumber })}
          </li>
        ))}
        {extras.map(({ caseId, caseNumber }) => (
          <li key={`extra-${caseId}`}>
            {t('handover-registers:register.extraLine', { number: caseNumber })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Deeds({ found: { register }, form }: { found: Whole; form: FormState | undefined }) {
  const { t } = usePage();
  switch (register.state) {
    case 'made':
      return (
        <>
          <Form id="hand" state={stateOf(form, 'hand')} label={t('handover-registers:register.hand')}>
            <HiddenField name="deed" value="hand" />
            <TextField
              name="carrier"
              label={t('handover-registers:register.carrier')}
              hint={t('handover-registers:register.carrierHint')}
              optional
              width={20}
            />
            <Button hotkey="Ctrl+Enter">{t('handover-registers:register.hand')}</Button>
          </Form>
          <OneButton deed="cancel" state={stateOf(form, 'cancel')} look="quiet" />
        </>
      );
    case 'handed-over':
      return (
        <>
          <OneButton deed="close" state={stateOf(form, 'close')} look="primary" />
          <SignedForm form={stateOf(form, 'sign')} />
        </>
      );
    case 'received':
      return <SignedForm form={stateOf(form, 'sign')} />;
    case 'cancelled':
      return null;
  }
}

function OneButton({
  deed,
  state,
  look,
}: {
  deed: 'cancel' | 'close';
  state: FormState | undefined;
  look: 'primary' | 'quiet';
}) {
  const { t } = usePage();
  return (
    <Form id={deed} state={state} label={t(`handover-registers:register.${deed}`)}>
      <HiddenField name="deed" value={deed} />
      <Button look={look}>{t(`handover-registers:register.${deed}`)}</Button>
    </Form>
  );
}

function SignedForm({ form }: { form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <Form multipart id="sign" state={form} label={t('handover-registers:register.sign')}>
      <HiddenField name="deed" value="sign" />
      <FileField
        name="file"
        label={t('handover-registers:register.signed')}
        accept=".pdf,.png,.jpg,.p7s,.asice"
      />
      <Button look="plain">{t('handover-registers:register.sign')}</Button>
    </Form>
  );
}

function Facts({ found: { register } }: { found: Whole }) {
  const { t, locale } = usePage();
  const word = (name: string) => t(`handover-registers:register.${name}`);
  const when = (at: Date | null, by: string | null) =>
    at === null ? null : `${formatDateTime(at, locale)}${by === null ? '' : `, ${by}`}`;
  return (
    <SummaryList
      lines={[
        { term: word('made'), value: when(register.madeAt, register.madeBy) },
        { term: word('handed'), value: when(register.handedAt, register.handedBy) },
        { term: word('carrier'), value: register.carrier },
        { term: word('closed'), value: when(register.receivedAt, register.receivedBy) },
        {
          term: word('signed'),
          value:
            register.signedFileId === null ? null : (
              <a href={`/files/${register.signedFileId}`}>{word('open')}</a>
            ),
        },
        { term: word('barcode'), value: register.barcode },
      ]}
    />
  );
}
