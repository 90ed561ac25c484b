import type { ComponentChildren } from 'preact';
import { Button } from '../../page/components/button.tsx';
import { Form } from '../../page/components/form.tsx';
import { HiddenField } from '../../page/components/text-field.tsx';
import type { FormState } from '../../page/define-page.ts';
import { usePage } from '../../page/page-context.tsx';

interface Props<Deed extends string> {
  /** Its messages `case.todo`, `case.nothing` and `deeds.<deed>.{title,hint,do}`. */
  readonly system: string;
  readonly caseId: string;
  /** Where the deeds are posted, with the deed's name in `deed`. */
  readonly path: string;
  /** What this person may do now, the likeliest first. */
  readonly deeds: readonly Deed[];
  readonly form: FormState | undefined;
  readonly hotkeys: Partial<Readonly<Record<Deed, string>>>;
  /** Deeds that bring a file. */
  readonly withFile?: readonly Deed[];
  readonly fields: (deed: Deed) => ComponentChildren;
}

/** The first deed stands open, the others unfold; a refused one unfolds by itself. */
export function CaseDeeds<Deed extends string>(props: Props<Deed>) {
  const { t } = usePage();
  const { system, deeds, form } = props;
  const refused = form?.values['deed'];
  return (
    <>
      <h2>{t(`${system}:case.todo`)}</h2>
      {deeds.length === 0 ? <p>{t(`${system}:case.nothing`)}</p> : null}
      {deeds.map((deed, index) => (
        <OneDeed
          key={deed}
          deed={deed}
          open={refused === undefined ? index === 0 : refused === deed}
          {...props}
        />
      ))}
    </>
  );
}

function OneDeed<Deed extends string>(props: Props<Deed> & { deed: Deed; open: boolean }) {
  const { deed, open, system, caseId, path, form, hotkeys, withFile = [], fields } = props;
  const { t } = usePage();
  const words = (name: string) => t(`${system}:deeds.${deed}.${name}`);
  const hotkey = hotkeys[deed];
  return (
    <details open={open} class="case-deed">
      <summary>{words('title')}</summary>
      <Form
        id={deed}
        action={path}
        state={form?.values['deed'] === deed ? form : undefined}
        multipart={withFile.includes(deed)}
        label={words('title')}
        draft={`${deed}-${caseId}`}
      >
        <HiddenField name="deed" value={deed} />
        <p>{words('hint')}</p>
        {fields(deed)}
        <Button look={open ? 'primary' : 'plain'} {...(hotkey === undefined ? {} : { hotkey })}>
          {words('do')}
        </Button>
      </Form>
    </details>
  );
}
