import { Steps } from '../../page/components/steps.tsx';
import { useT } from '../../page/page-context.tsx';
import type { StepView } from './course-view.ts';

/** How the date was counted, with articles: on the receipt, the tracking page and the desk alike. */
export function StepList({ steps }: { steps: readonly StepView[] }) {
  const t = useT();
  return (
    <Steps
      label={t('cases:steps.title')}
      steps={steps.map(({ text, article }) => ({
        text: t(text.key, text.params),
        ...(article === null ? {} : { article }),
      }))}
    />
  );
}
