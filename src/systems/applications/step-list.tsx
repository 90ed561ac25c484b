import type { z } from 'zod';
import { Steps } from '../../kernel/page/components/steps.tsx';
import { useT } from '../../kernel/page/page-context.tsx';
import type { stepView } from './application-input.ts';

/** How the date was counted, with articles: on the receipt, the tracking page and the desk alike. */
export function StepList({ steps }: { steps: readonly z.output<typeof stepView>[] }) {
  const t = useT();
  return (
    <Steps
      label={t('applications:steps.title')}
      steps={steps.map(({ text, article }) => ({
        text: t(text.key, text.params),
        ...(article === null ? {} : { article }),
      }))}
    />
  );
}
