import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { FileField, HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { definePage, type FormState, redirect, view } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { addPapers } from '../actions/add-papers.ts';
import { removePaper } from '../actions/remove-paper.ts';
import type { Paper } from '../draft.ts';
import { afterStep, askDraft, codeOf, type DraftView } from './ask-draft.ts';
import { StepFrame } from './step-frame.tsx';

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.heic,.docx,.xlsx,.odt,.p7s,.asice';

/** A file for each document of the service's list; photos from a telephone will do. */
export const papersPage = definePage({
  path: '/apply/:code/papers',
  may: ['resident'],
  needsAccount: true,
  shell: 'resident',
  async get(request, form) {
    const draft = await askDraft(request);
    return view(request.t('cabinet:steps.papers.title'), <Papers draft={draft} form={form} />);
  },
  async post(request) {
    const serviceCode = codeOf(request);
    const removed = request.field('remove');
    if (removed !== '') {
      await request.run(removePaper, { serviceCode, fileId: removed });
      return redirect(request.url, 'cabinet:steps.papers.removed');
    }
    const draft = await askDraft(request);
    const papers: Paper[] = [];
    for (const file of request.files) {
      const document = draft.service.documents[Number(file.field.replace('paper.', ''))];
      if (document !== undefined) papers.push({ document, fileId: (await request.keepFile(file)).id });
    }
    await request.run(addPapers, { serviceCode, papers });
    if (request.field('stay') !== '') return redirect(request.url, 'cabinet:steps.papers.added');
    return afterStep(request, draft, 'papers');
  },
});

function Papers({ draft, form }: { draft: DraftView; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <StepFrame draft={draft} step="papers">
      <p>{t('cabinet:steps.papers.lead')}</p>
      <PaperList draft={draft} />
      <Form state={form} multipart id="papers" label={t('cabinet:steps.papers.title')}>
        {draft.service.documents.map((document, index) => (
          <FileField
            key={document}
            name={`paper.${index}`}
            label={document}
            accept={ACCEPT}
            multiple
            hint={hintOf(draft, document, t('cabinet:steps.papers.there'))}
          />
        ))}
        <Buttons>
          <Button>{t('cabinet:apply.next')}</Button>
          <Button look="plain" name="stay" value="on">
            {t('cabinet:steps.papers.add')}
          </Button>
        </Buttons>
      </Form>
    </StepFrame>
  );
}

function hintOf({ papers }: DraftView, document: string, there: string): string | undefined {
  const names = papers.filter((paper) => paper.document === document).map(({ name }) => name);
  return names.length === 0 ? undefined : `${there}: ${names.join(', ')}`;
}

function PaperList({ draft: { papers } }: { draft: DraftView }) {
  const { t, locale } = usePage();
  if (papers.length === 0) return null;
  return (
    <ul class="paper-list">
      {papers.map(({ fileId, name, size, document }) => (
        <li key={fileId}>
          <a href={`/files/${fileId}`}>{name}</a>{' '}
          <span class="soft">
            {t('cabinet:steps.papers.size', {
              size: formatNumber(Math.max(1, Math.round(size / 1024)), locale),
            })}
          </span>
          <span class="soft paper-of">{document}</span>
          <Form id={`remove-${fileId}`} label={t('cabinet:steps.papers.removeOf', { name })}>
            <HiddenField name="remove" value={fileId} />
            <Button look="quiet" label={t('cabinet:steps.papers.removeOf', { name })}>
              {t('cabinet:steps.papers.remove')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
