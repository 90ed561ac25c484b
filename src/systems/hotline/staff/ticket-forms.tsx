import type { ComponentChildren } from 'preact';
import { type Actor, hasRole } from '../../../kernel/actions/actor.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { WholeTicket } from './ticket-page.tsx';

export interface TicketFormsProps {
  readonly found: WholeTicket;
  readonly form: FormState | undefined;
}

/** What this person may do with the ticket now, the likeliest first. */
export function TicketForms(props: TicketFormsProps) {
  const { found } = props;
  const { t, actor } = usePage();
  const may = permitsOf(found, actor);
  return (
    <>
      {may.take ? <DeedForm deed="take" hotkey="F2" {...props} /> : null}
      {may.done ? (
        <DeedForm deed="done" {...props}>
          <TextField name="words" label={t('hotline:fields.done')} rows={3} />
          <FileField name="photos" label={t('hotline:fields.photos')} accept="image/*" multiple optional />
        </DeedForm>
      ) : null}
      {may.confirm ? (
        <DeedForm deed="confirm" {...props}>
          <SaidFields />
        </DeedForm>
      ) : null}
      {may.route ? (
        <Folded title={t('hotline:deeds.route')} open={props.form?.values['deed'] === 'route'}>
          <DeedForm deed="route" {...props}>
            <SelectField
              name="unitCode"
              label={t('hotline:columns.unit')}
              options={found.units.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </DeedForm>
        </Folded>
      ) : null}
      {may.tie && found.events.length + (found.event === null ? 0 : 1) > 0 ? (
        <Folded title={t('hotline:deeds.tie')} open={props.form?.values['deed'] === 'tie'}>
          <DeedForm deed="tie" {...props}>
            <SelectField
              name="eventId"
              label={t('hotline:fields.event')}
              empty={t('hotline:fields.eventNone')}
              value={found.event?.id ?? ''}
              options={found.events.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </DeedForm>
        </Folded>
      ) : null}
      {may.refuse ? (
        <Folded title={t('hotline:deeds.refuse')} open={props.form?.values['deed'] === 'refuse'}>
          <DeedForm deed="refuse" {...props}>
            <TextField name="words" label={t('hotline:fields.refusal')} rows={3} />
          </DeedForm>
        </Folded>
      ) : null}
    </>
  );
}

function permitsOf(found: WholeTicket, actor: Actor) {
  const own = hasRole(actor, 'specialist') && found.unitId === actor.unitId;
  const open = found.state === 'new' || found.state === 'in-work';
  return {
    take: own && open && found.executor === null,
    done: own && found.state === 'in-work',
    confirm: found.state === 'done' && hasRole(actor, 'operator'),
    route: open && (own || hasRole(actor, 'operator', 'leader')),
    tie: found.isOpen && hasRole(actor, 'operator', 'leader'),
    refuse: open && (own || hasRole(actor, 'operator')),
  };
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface DeedFormProps {
  readonly deed: string;
  readonly form: FormState | undefined;
  readonly hotkey?: string;
  readonly children?: ComponentChildren;
}

/** A form that names its deed; what came back refused is shown in the form that was sent. */
function DeedForm({ deed, form, hotkey, children }: DeedFormProps) {
  const { t } = usePage();
  return (
    <Form
      id={deed}
      multipart={deed === 'done'}
      state={form?.values['deed'] === deed ? form : undefined}
      label={t(`hotline:deeds.${deed}`)}
    >
      <HiddenField name="deed" value={deed} />
      {children}
      <Button {...(hotkey === undefined ? {} : { hotkey })}>{t(`hotline:deeds.${deed}`)}</Button>
    </Form>
  );
}

/** «Чи справді зроблено?», at the operator's desk and on the site alike. */
export function SaidFields() {
  const { t } = usePage();
  return (
    <>
      <RadioField
        name="reallyDone"
        label={t('hotline:fields.reallyDone')}
        inline
        options={[
          { value: 'yes', label: t('hotline:confirm.yes') },
          { value: 'no', label: t('hotline:confirm.no') },
        ]}
      />
      <RadioField
        name="mark"
        label={t('hotline:fields.mark')}
        inline
        optional
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
      />
      <TextField name="comment" label={t('hotline:fields.comment')} rows={2} optional />
    </>
  );
}
