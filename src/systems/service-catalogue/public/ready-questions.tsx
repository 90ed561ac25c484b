import { Button } from '../../../kernel/page/components/button.tsx';
import { RadioField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Ready } from './ready-page.tsx';
import { Ukrainian } from './ukrainian.tsx';

/** A few yes-or-no questions, answered in the address: nothing is kept, no script is needed. */
export function ReadyQuestions({ ready }: { ready: Ready }) {
  const { t, locale } = usePage();
  const { questions, given, answer } = ready;
  if (questions.length === 0) return <p>{t('service-catalogue:ready.noQuestions')}</p>;
  return (
    <>
      <p>{t('service-catalogue:ready.lead')}</p>
      <Form
        method="get"
        id="ready"
        action={`/services/${answer.service.code}/ready`}
        label={t('service-catalogue:ready.questions')}
        class="ready-questions no-print"
      >
        <HiddenField name="asked" value="yes" />
        {questions.map(({ name, text, documents }) => (
          <RadioField
            key={name}
            name={name}
            inline
            label={locale === 'en' && text.en !== '' ? text.en : text.uk}
            {...(given[name] === undefined ? {} : { value: given[name] })}
            {...(documents.length === 0
              ? {}
              : {
                  hint: (
                    <Ukrainian>
                      {t('service-catalogue:ready.thenBring', { documents: documents.join('; ') })}
                    </Ukrainian>
                  ),
                })}
            options={[
              { value: 'yes', label: t('service-catalogue:ready.yes') },
              { value: 'no', label: t('service-catalogue:ready.no') },
            ]}
          />
        ))}
        <Button>{t('service-catalogue:ready.show')}</Button>
      </Form>
    </>
  );
}
