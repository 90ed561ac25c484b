import { z } from 'zod';
import { useField } from '../../kernel/page/components/form-context.ts';
import { FileField, HiddenField } from '../../kernel/page/components/text-field.tsx';
import type { PagePost } from '../../kernel/page/define-page.ts';
import { useT } from '../../kernel/page/page-context.tsx';

const IDS = 'keptIds';
const NAMES = 'keptNames';

/** Files of a form; what came with one that was refused stays: nobody chooses five photographs twice. */
export function FilesField({ label, hint, accept }: { label: string; hint: string; accept?: string }) {
  const t = useT();
  const ids = useField(IDS, []).values;
  const names = useField(NAMES, []).values;
  return (
    <>
      <FileField name="files" label={label} hint={hint} {...(accept && { accept })} multiple optional />
      {ids.length === 0 ? null : (
        <p class="field-hint">{t('appeals:fields.filesKept', { names: names.join(', ') })}</p>
      )}
      {ids.map((id, index) => (
        <span key={id}>
          <HiddenField name={IDS} value={id} />
          <HiddenField name={NAMES} value={names[index] ?? ''} />
        </span>
      ))}
    </>
  );
}

/** Who did not sign in may add photographs only: papers may carry more than is seen. */
export function isStranger({ actor }: Pick<PagePost, 'actor'>): boolean {
  return actor.kind === 'resident' && actor.resident === null;
}

/** Ids of all files of the form, each kept before the next is read: a bad one costs nobody the others. */
export async function keepFiles(request: PagePost): Promise<string[]> {
  const ids = request.fields(IDS).filter((id) => z.uuid().safeParse(id).success);
  const names = request.fields(NAMES).slice(0, ids.length);
  for (const file of request.files) {
    const { id, name } = await (isStranger(request) ? request.keepPhoto(file) : request.keepFile(file));
    ids.push(id);
    names.push(name);
    request.remember(IDS, [...ids]);
    request.remember(NAMES, [...names]);
  }
  return ids;
}
