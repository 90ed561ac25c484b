import { Button } from '../../page/components/button.tsx';
import { SelectField } from '../../page/components/choice-field.tsx';
import { HiddenField, TextField } from '../../page/components/text-field.tsx';
import { usePage } from '../../page/page-context.tsx';
import type { Figure } from '../figure.ts';
import { splitsOf } from '../figure-sql.ts';
import { NOT_STATED } from '../figure-question.ts';
import type { Question } from '../read-figure.ts';
import { dimensionTitle } from '../tell-figure.ts';

/** Period and split, as a plain form: the address keeps them. */
export function QuestionForm({ figure, question }: { figure: Figure; question: Required<Question> }) {
  const { t, locale } = usePage();
  const names = splitsOf(figure).map(({ name }) => name);
  const pairs = names.includes('month')
    ? names.filter((name) => name !== 'month').map((name) => `${name},month`)
    : [];
  const options = [...names, ...pairs].map((value) => ({
    value,
    label: value
      .split(',')
      .map((name) => dimensionTitle(figure, name, locale))
      .join(' × '),
  }));
  return (
    <form class="filters" method="get" action={`/figures/${figure.id}`}>
      <div class="form-inline">
        {figure.period === 'within' ? (
          <TextField name="from" type="date" width={10} label={t('figures:from')} value={question.from} />
        ) : (
          <HiddenField name="from" value={question.from} />
        )}
        <TextField name="to" type="date" width={10} label={t('figures:to')} value={question.to} />
        {options.length === 0 ? null : (
          <SelectField
            name="by"
            label={t('figures:by')}
            options={options}
            value={question.by.join(',')}
            empty={t('figures:byNothing')}
          />
        )}
        {Object.entries(question.where).map(([name, code]) => (
          <HiddenField key={name} name={name} value={code === '' ? NOT_STATED : code} />
        ))}
        <Button look="plain">{t('figures:show')}</Button>
      </div>
    </form>
  );
}
