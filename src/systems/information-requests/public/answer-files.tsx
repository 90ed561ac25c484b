import type { z } from 'zod';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { answerFileView } from '../request-input.ts';

type AnswerFile = z.output<typeof answerFileView>;

/** Files of an answer as links; nothing where there are none. */
export function AnswerFiles({
  files,
  pathOf,
}: {
  files: readonly AnswerFile[];
  pathOf: (file: AnswerFile) => string;
}) {
  const { t } = usePage();
  if (files.length === 0) return null;
  return (
    <>
      <h3>{t('information-requests:files.title')}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <a href={pathOf(file)}>{file.name}</a>
            {file.redacted ? ` – ${t('information-requests:files.copy')}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
