import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { hasRole, type Actor } from '../../../kernel/actions/actor.ts';
import { findPersonalTraces } from '../../../kernel/audit/personal-traces.ts';
import { Button, LinkButton } from '../../../kernel/page/components/button.tsx';
import {
  CheckboxesField,
  CheckboxField,
  SelectField,
} from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { REDACTION_REASONS } from '../information-request.ts';
import type { listChoices } from '../queries/list-choices.ts';
import type { WholeRequest } from './request-page.tsx';

export interface RequestFormsProps {
  readonly found: WholeRequest;
  readonly choices: z.output<(typeof listChoices)['output']>;
  readonly form: FormState | undefined;
}

/** What this person may do with the request now, the likeliest first. */
export function RequestForms(props: RequestFormsProps) {
  const { found } = props;
  const { actor } = usePage();
  const may = permitsOf(found, actor);
  return (
    <>
      {may.take ? <PlainDeed deed="take" hotkey="F2" {...props} /> : null}
      {may.resume ? <PlainDeed deed="resume" {...props} /> : null}
      {may.answer ? <AnswerForm {...props} /> : null}
      {may.assign ? <AssignForm {...props} /> : null}
      {may.answer ? <OtherDeeds {...props} /> : null}
      {may.defer ? <DeferForm {...props} /> : null}
      {may.withdraw ? <PlainDeed deed="withdraw" quiet {...props} /> : null}
      {may.publish ? <PublishForm {...props} /> : null}
      {found.publishedAnswer === null ? null : <Published id={found.id} />}
    </>
  );
}

function permitsOf(found: WholeRequest, actor: Actor) {
  const registrar = hasRole(actor, 'registrar');
  const own = hasRole(actor, 'specialist') && found.unitId === actor.unitId;
  const inWork = found.state === 'in-work';
  return {
    take: own && found.isOpen && found.executor === null && found.state !== 'deferred',
    answer: inWork && (own || registrar),
    assign: found.isOpen && hasRole(actor, 'registrar', 'leader'),
    defer: inWork && hasRole(actor, 'leader'),
    resume: found.state === 'deferred' && (own || hasRole(actor, 'leader')),
    withdraw: found.isOpen && registrar,
    publish: registrar && found.answer !== null && found.answer !== '',
  };
}

const FILES = '.pdf,.docx,.xlsx,.odt,.ods,.png,.jpg,.csv,.txt,.p7s,.asice';

interface DeedFormProps {
  readonly deed: string;
  readonly form: FormState | undefined;
  readonly hotkey?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly multipart?: boolean;
  readonly children?: ComponentChildren;
}

/** A form that names its deed; what came back refused is shown in the form that was sent. */
function DeedForm({ deed, form, hotkey, quiet, multipart = false, children }: DeedFormProps) {
  const { t } = usePage();
  return (
    <Form
      id={deed}
      multipart={multipart}
      state={form?.values['deed'] === deed ? form : undefined}
      label={t(`information-requests:deeds.${deed}`)}
    >
      <HiddenField name="deed" value={deed} />
      {children}
      <Button
        look={quiet ? 'quiet' : hotkey === undefined ? 'plain' : 'primary'}
        {...(hotkey === undefined ? {} : { hotkey })}
      >
        {t(`information-requests:deeds.${deed}`)}
      </Button>
    </Form>
  );
}

function PlainDeed({ deed, form, hotkey, quiet }: RequestFormsProps & DeedFormProps) {
  return <DeedForm deed={deed} form={form} hotkey={hotkey} quiet={quiet} />;
}

function AnswerForm({ form }: RequestFormsProps) {
  const { t } = usePage();
  return (
    <DeedForm deed="answer" form={form} hotkey="Ctrl+Enter" multipart>
      <TextField name="answer" label={t('information-requests:case.answer')} rows={8} />
      <KeptFiles name="files" form={form} deed="answer" />
      <FileField
        name="files"
        label={t('information-requests:files.attach')}
        hint={t('information-requests:files.attachHint')}
        accept={FILES}
        multiple
        optional
      />
    </DeedForm>
  );
}

function AssignForm({ form, choices }: RequestFormsProps) {
  const { t } = usePage();
  return (
    <DeedForm deed="assign" form={form}>
      <SelectField
        name="unitCode"
        label={t('information-requests:fields.unit')}
        empty={t('information-requests:fields.unitChoose')}
        options={choices.units.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </DeedForm>
  );
}

/** Rarer deeds lie folded; the one that came back refused is open. */
function Folded({ deed, form, children }: DeedFormProps) {
  const { t } = usePage();
  return (
    <details open={form?.values['deed'] === deed}>
      <summary>{t(`information-requests:deeds.${deed}`)}</summary>
      {children}
    </details>
  );
}

function OtherDeeds({ form, choices }: RequestFormsProps) {
  const { t } = usePage();
  const field = (name: string) => t(`information-requests:fields.${name}`);
  return (
    <>
      <Folded deed="extend" form={form}>
        <DeedForm deed="extend" form={form}>
          <TextField name="days" label={field('days')} inputMode="numeric" width={4} />
          <TextField name="reason" label={field('extendReason')} rows={2} />
        </DeedForm>
      </Folded>
      <Folded deed="copies" form={form}>
        <DeedForm deed="copies" form={form}>
          <TextField name="pages" label={field('pages')} inputMode="numeric" width={4} />
        </DeedForm>
      </Folded>
      <Folded deed="refuse" form={form}>
        <DeedForm deed="refuse" form={form}>
          <SelectField
            name="ground"
            label={field('ground')}
            empty={field('groundChoose')}
            options={choices.grounds.map(({ code, title, article }) => ({
              value: code,
              label: `${title} (${article})`,
            }))}
          />
          <TextField name="words" label={field('refusalWords')} rows={3} />
          <p>{t('information-requests:case.test')}</p>
          <TextField name="interest" label={field('interest')} rows={2} optional />
          <TextField name="harm" label={field('harm')} rows={2} optional />
          <TextField name="balance" label={field('balance')} rows={2} optional />
        </DeedForm>
      </Folded>
      <Folded deed="forward" form={form}>
        <DeedForm deed="forward" form={form}>
          <TextField name="to" label={field('holder')} />
        </DeedForm>
      </Folded>
    </>
  );
}

function DeferForm({ form }: RequestFormsProps) {
  const { t } = usePage();
  return (
    <Folded deed="defer" form={form}>
      <DeedForm deed="defer" form={form}>
        <TextField name="until" type="date" label={t('information-requests:fields.until')} />
        <TextField name="reason" label={t('information-requests:fields.deferReason')} rows={2} />
      </DeedForm>
    </Folded>
  );
}

/** Files that came with a form which was refused: they need not be chosen again. */
function KeptFiles({ name, form, deed }: { name: string; form: FormState | undefined; deed: string }) {
  const { t } = usePage();
  if (form?.values['deed'] !== deed) return null;
  const ids = [form.values[`${name}Kept`] ?? []].flat();
  if (ids.length === 0) return null;
  return (
    <>
      <p>{t('information-requests:files.kept', { count: ids.length })}</p>
      {ids.map((id) => (
        <HiddenField key={id} name={`${name}Kept`} value={id} />
      ))}
    </>
  );
}

/** Which files of the answer everyone gets: those with nothing to hide, and copies made for it. */
function PublishFiles({ found, form }: Pick<RequestFormsProps, 'found' | 'form'>) {
  const { t } = usePage();
  return (
    <>
      {found.files.length === 0 ? null : (
        <CheckboxesField
          name="fileIds"
          label={t('information-requests:files.choose')}
          hint={t('information-requests:files.chooseHint')}
          values={found.files.filter(({ published }) => published).map(({ id }) => id)}
          options={found.files.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <KeptFiles name="redacted" form={form} deed="publish" />
      <FileField
        name="redacted"
        label={t('information-requests:files.redacted')}
        hint={t('information-requests:files.redactedHint')}
        accept={FILES}
        multiple
        optional
      />
    </>
  );
}

/** The pieces that a machine sees as personal are offered; empty pairs are for what only a person sees. */
function PublishForm({ found, form }: RequestFormsProps) {
  const { t } = usePage();
  const offered = [...findPersonalTraces(found.answer ?? ''), '', ''];
  return (
    <Folded deed="publish" form={form}>
      <p>{t('information-requests:redaction.lead')}</p>
      <p class="request-text">{found.answer}</p>
      <DeedForm deed="publish" form={form} multipart>
        {offered.map((fragment, index) => (
          // Pairs have no name of their own, and their order never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <fieldset class="fields-row" key={index}>
            <legend class="unseen">{t('information-requests:redaction.piece', { number: index + 1 })}</legend>
            <TextField
              name={`fragment${index}`}
              label={t('information-requests:redaction.fragment')}
              value={fragment}
              width={20}
              optional={fragment === ''}
            />
            <SelectField
              name={`redactionReason${index}`}
              label={t('information-requests:redaction.reason')}
              value="personal-data"
              options={REDACTION_REASONS.map((reason) => ({
                value: reason,
                label: t(`information-requests:redaction.reasons.${reason}`),
              }))}
            />
          </fieldset>
        ))}
        <PublishFiles found={found} form={form} />
        <CheckboxField name="confirmed" label={t('information-requests:redaction.confirmed')} />
      </DeedForm>
    </Folded>
  );
}

function Published({ id }: { id: string }) {
  const { t } = usePage();
  return (
    <p>
      <LinkButton look="quiet" href={`/requests/answers/${id}`}>
        {t('information-requests:case.published')}
      </LinkButton>
    </p>
  );
}
