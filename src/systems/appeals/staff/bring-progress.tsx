import { formatNumber } from '../../../kernel/i18n/format-number.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';

interface Props {
  readonly source: string;
  readonly packed: string;
  readonly done: number;
  readonly all: number;
}

/** How much of the journal is brought; the script `go-on` presses the button, without it a person does. */
export function BringProgress({ source, packed, done, all }: Props) {
  const { t, locale } = usePage();
  return (
    <>
      <h1>{t('appeals:journal.bringing')}</h1>
      <output class="lead">
        {t('appeals:journal.progress', { done: formatNumber(done, locale), all: formatNumber(all, locale) })}
      </output>
      <p>
        <progress
          class="journal-progress"
          max={all}
          value={done}
          aria-label={t('appeals:journal.bringing')}
        />
      </p>
      <p>{t('appeals:journal.progressHint')}</p>
      <Form id="go-on">
        <HiddenField name="source" value={source} />
        <HiddenField name="checked" value={packed} />
        <HiddenField name="from" value={`${done}`} />
        <Button>{t('appeals:journal.goOn')}</Button>
      </Form>
    </>
  );
}
