import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { FormContext } from '../../../kernel/page/components/form-context.ts';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { BuilderQuestion } from '../form-builder/builder-question.ts';
import { ServiceFields } from '../public/service-fields.tsx';
import { FIELD_KINDS, type FormField } from '../service-form.ts';
import type { ServiceDraft } from '../service-draft.ts';
import { QuestionEditor } from './question-editor.tsx';

interface Props {
  readonly title: string;
  readonly draft: ServiceDraft;
  readonly questions: readonly BuilderQuestion[];
  readonly validFrom: string;
  /** The form as a resident would see it now. */
  readonly preview: readonly FormField[];
  readonly state: FormState | undefined;
}

/** Left the questions with their buttons, right the form as a resident sees it. Every press is a post. */
export function FormBuilder({ title, draft, questions, validFrom, preview, state }: Props) {
  const { t } = usePage();
  const word = (name: string) => t(`service-catalogue:builder.${name}`);
  return (
    <>
      <p>
        <a href={`/desk/catalogue/${draft.code}/edit`}>← {word('toEdit')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{draft.name}</p>
      <div class="builder">
        <Form class="builder-form" label={title} state={state}>
          {/* Enter in a box must not press the first button of the list: it would move a question. */}
          <button type="submit" name="step" value="refresh" class="unseen" tabIndex={-1} aria-hidden="true" />
          <p>{word('lead')}</p>
          <HiddenField name="count" value={String(questions.length)} />
          {questions.length === 0 ? <p>{word('empty')}</p> : null}
          {questions.map((question, index) => (
            <QuestionEditor
              key={`${index} ${question.name}`}
              question={question}
              index={index}
              all={questions}
            />
          ))}
          <div class="builder-add">
            <SelectField
              name="addKind"
              label={word('addKind')}
              options={FIELD_KINDS.map((kind) => ({
                value: kind,
                label: t(`service-catalogue:kinds.${kind}`),
              }))}
            />
            <Button look="plain" name="step" value="add" formAction={`#q-${questions.length}`}>
              {word('add')}
            </Button>
          </div>
          <TextField
            name="validFrom"
            type="date"
            label={t('service-catalogue:fields.validFrom')}
            value={validFrom}
          />
          <Buttons>
            <Button name="step" value="check">
              {t('service-catalogue:desk.check')}
            </Button>
            <Button look="plain" name="step" value="refresh">
              {word('refresh')}
            </Button>
          </Buttons>
        </Form>
        <section class="builder-preview" aria-label={word('preview')}>
          <h2>{word('preview')}</h2>
          {preview.length === 0 ? (
            <p class="soft">{word('previewEmpty')}</p>
          ) : (
            <FormContext.Provider value={{ id: 'preview', state: undefined }}>
              <ServiceFields fields={preview} />
            </FormContext.Provider>
          )}
        </section>
      </div>
    </>
  );
}
