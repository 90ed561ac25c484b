import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate, kyivInstant, kyivTime } from '../../../kernel/calendar/kyiv-time.ts';
import { Button } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import type { FormState, PagePost } from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Choices } from '../queries/list-choices.ts';
import { topicName } from '../words.ts';

export interface AnnounceProps {
  readonly choices: Choices;
  readonly form: FormState | undefined;
}

/** One sentence, where, until when: what the next hundred callers are told. */
export function AnnounceForm({ choices, form }: AnnounceProps) {
  const { t, now } = usePage();
  const state = form?.values['deed'] === 'announce' ? form : undefined;
  return (
    <details open={state !== undefined}>
      <summary>{t('hotline:deeds.announce')}</summary>
      <Form state={state} label={t('hotline:deeds.announce')}>
        <HiddenField name="deed" value="announce" />
        <TopicField topics={choices.topics} />
        <TextField name="title" label={t('hotline:fields.eventTitle')} />
        <TextField name="text" label={t('hotline:fields.eventText')} rows={2} />
        <SelectField
          name="district"
          label={t('hotline:fields.district')}
          empty={t('hotline:fields.wholeCity')}
          options={choices.districts.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          name="streets"
          label={t('hotline:fields.streets')}
          hint={t('hotline:fields.streetsHint')}
          rows={3}
          optional
        />
        <UntilFields until={usualEnd(now)} />
        <Button>{t('hotline:deeds.announce')}</Button>
      </Form>
    </details>
  );
}

export function TopicField({ topics, empty }: { topics: Choices['topics']; empty?: string }) {
  const { t, locale } = usePage();
  return (
    <SelectField
      name="topic"
      label={t('hotline:fields.topic')}
      {...(empty === undefined ? {} : { empty })}
      options={topics.map((topic) => ({
        value: topic.code,
        label: topicName(topic, locale),
        group: topic.group,
      }))}
    />
  );
}

/** The evening of the day; from five o'clock on the noon of the next. */
function usualEnd(now: Date): Date {
  const today = kyivDate(now);
  return kyivTime(now) < '17:00' ? kyivInstant(today, '18:00') : kyivInstant(addDays(today, 1), '12:00');
}

export function UntilFields({ until }: { until: Date }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="untilDay"
        type="date"
        label={t('hotline:fields.untilDay')}
        value={kyivDate(until)}
        width={20}
      />
      <TextField
        name="untilTime"
        type="time"
        label={t('hotline:fields.untilTime')}
        value={kyivTime(until)}
        width={10}
      />
    </>
  );
}

/** The moment of both fields; '' where they hold none, which the action then refuses in words. */
export function untilOf(request: PagePost): Date | string {
  const [day, time] = [request.field('untilDay'), request.field('untilTime')];
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay && /^\d\d:\d\d$/.test(time) ? kyivInstant(day, time) : '';
}

/** Lines of a text field, empty ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
