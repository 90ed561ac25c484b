import type { VNode } from 'preact';
import { CaseDeeds } from '../../../kernel/cases/view/case-deeds.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
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

export function CaseForms({ found, choices, form }: CaseFormsProps): VNode {
  const { actor } = usePage();
  return (
    <CaseDeeds
      system="appeals"
      caseId={found.id}
      path={`/desk/appeals/${found.id}`}
      deeds={permittedDeeds(found, actor)}
      form={form}
      hotkeys={HOTKEYS}
      fields={(deed) => <DeedFields deed={deed} found={found} choices={choices} form={form} />}
    />
  );
}
