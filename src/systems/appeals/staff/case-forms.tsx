import type { VNode } from 'preact';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage, useT } from '../../../kernel/page/page-context.tsx';
import type { AppealCase } from '../appeal-case.ts';
import type { Choices } from './card-fields.tsx';
import { DeedFields } from './case-fields.tsx';
import { type CaseDeed, permittedDeeds } from './case-permits.ts';

export interface CaseFormsProps {
  readonly found: AppealCase;
  readonly choices: Choices;
  readonly form: FormState | undefined;
}

const HOTKEYS: Partial<Readonly<Record<CaseDeed, string>>> = { take: 'F2', approve: 'F9', send: 'F10' };

/** The first deed stands open, the others unfold; a refused one unfolds by itself. */
export function CaseForms(props: CaseFormsProps): VNode {
  const { t, actor } = usePage();
  const deeds = permittedDeeds(props.found, actor);
  const refused = props.form?.values['deed'];
  return (
    <>
      <h2>{t('appeals:case.todo')}</h2>
      {deeds.length === 0 ? <p>{t('appeals:case.nothing')}</p> : null}
      {deeds.map((deed, index) => (
        <DeedForm
          key={deed}
          deed={deed}
          open={refused === undefined ? index === 0 : refused === deed}
          {...props}
        />
      ))}
    </>
  );
}

function DeedForm(props: CaseFormsProps & { deed: CaseDeed; open: boolean }) {
  const { deed, open, found, form } = props;
  const t = useT();
  const title = t(`appeals:deeds.${deed}.title`);
  const hotkey = HOTKEYS[deed];
  return (
    <details open={open} class="case-deed">
      <summary>{title}</summary>
      <Form
        id={deed}
        action={`/desk/appeals/${found.id}`}
        state={form?.values['deed'] === deed ? form : undefined}
        label={title}
        draft={`${deed}-${found.id}`}
      >
        <HiddenField name="deed" value={deed} />
        <p>{t(`appeals:deeds.${deed}.hint`)}</p>
        <DeedFields {...props} />
        <Button look={open ? 'primary' : 'plain'} {...(hotkey === undefined ? {} : { hotkey })}>
          {t(`appeals:deeds.${deed}.do`)}
        </Button>
      </Form>
    </details>
  );
}
