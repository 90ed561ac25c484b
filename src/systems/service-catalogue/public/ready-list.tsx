import { formatTime, kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { CheckboxField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { HiddenField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Locale, Translate } from '../../../kernel/i18n/translate.ts';
import type { DocumentToBring, ReadinessWords } from '../readiness.ts';
import { priceWords } from '../service-words.ts';
import type { Ready } from './ready-page.tsx';
import { Ukrainian } from './ukrainian.tsx';

interface Reason {
  readonly text: string;
  readonly instead: string | null;
}

/** What to bring and for what one would be sent home, with ticks for what is at hand already. */
export function ReadyList({ ready }: { ready: Ready }) {
  const { t } = usePage();
  const { answer, result, have, given } = ready;
  const query = new URLSearchParams(
    Object.entries(given).filter((pair): pair is [string, 'yes' | 'no'] => pair[1] !== undefined),
  );
  const code = answer.service.code;
  return (
    <section class="ready-list" aria-live="polite">
      <Verdict ready={ready} />
      <h2>{t('service-catalogue:ready.bring')}</h2>
      <Form
        method="get"
        id="have"
        action={`/services/${code}/ready`}
        label={t('service-catalogue:ready.have')}
      >
        <HiddenField name="asked" value="yes" />
        <HiddenField name="ticked" value="yes" />
        {[...query].map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <p class="soft no-print">{t('service-catalogue:ready.have')}</p>
        {result.bring.map((document, index) => (
          <CheckboxField
            key={document.name}
            name={`have-${index}`}
            label={paperLabel(document, t)}
            checked={have?.has(index) ?? false}
            {...(document.note === null ? {} : { hint: <Ukrainian>{document.note}</Ukrainian> })}
          />
        ))}
        <Fee ready={ready} />
        <Buttons>
          <Button look="plain">{t('service-catalogue:ready.check')}</Button>
          <LinkButton look="quiet" href={`/services/${code}/ready/print?${query.toString()}`}>
            {t('service-catalogue:ready.print')}
          </LinkButton>
        </Buttons>
      </Form>
    </section>
  );
}

/** The same on paper: boxes to tick with a pen. */
export function ReadyPaper({ ready }: { ready: Ready }) {
  const { t, now, locale } = usePage();
  const { service } = ready.answer;
  return (
    <>
      <p class="soft">
        {t('service-catalogue:ready.onDay', { day: kyivDate(now) })} · {service.code}
      </p>
      <h1>{locale === 'uk' ? service.name : service.nameEn}</h1>
      <Verdict ready={ready} />
      <h2>{t('service-catalogue:ready.bring')}</h2>
      <ul class="ready-boxes">
        {ready.result.bring.map((document) => (
          <li key={document.name}>
            {paperLabel(document, t)}
            {document.note === null ? null : (
              <Ukrainian as="div" class="soft">
                {document.note}
              </Ukrainian>
            )}
          </li>
        ))}
      </ul>
      <Fee ready={ready} />
      <p>
        {t('service-catalogue:centre.name')}, {t('service-catalogue:centre.address')}
      </p>
    </>
  );
}

function Verdict({ ready }: { ready: Ready }) {
  const { t, locale } = usePage();
  const reasons = reasonsOf(ready, t, locale);
  return (
    <>
      {ready.result.open.length === 0 ? null : (
        <p>{t('service-catalogue:ready.open', { count: ready.result.open.length })}</p>
      )}
      {reasons.length === 0 ? (
        <Notice>{t('service-catalogue:ready.fine')}</Notice>
      ) : (
        <Notice kind="attention">
          <p>
            <strong>{t('service-catalogue:ready.refused')}</strong>
          </p>
          <ul>
            {reasons.map(({ text, instead }) => (
              <li key={text}>
                {text}
                {instead === null ? null : <div>{instead}</div>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function reasonsOf({ answer, result, have }: Ready, t: Translate, locale: Locale): readonly Reason[] {
  const say = (words: ReadinessWords) => (locale === 'en' && words.en !== '' ? words.en : words.uk);
  const missing =
    have === null ? [] : result.bring.filter(({ required }, index) => required && !have.has(index));
  return [
    ...result.refusals.map(({ text, instead }) => ({
      text: say(text),
      instead: instead === null ? null : say(instead),
    })),
    ...missing.map(({ name }) => ({
      text: t('service-catalogue:ready.missing', { document: name }),
      instead: null,
    })),
    ...closedToday(answer.reception, t),
  ];
}

function closedToday({ week, today, opens }: Ready['answer']['reception'], t: Translate): readonly Reason[] {
  if (week.length === 0 || today.length > 0) return [];
  const at = opens === null ? null : new Date(opens);
  return [
    {
      text: t('service-catalogue:ready.closed'),
      instead:
        at === null
          ? null
          : t('service-catalogue:ready.closedInstead', { day: kyivDate(at), time: formatTime(at) }),
    },
  ];
}

/** «Паспорт громадянина України (оригінал)». */
function paperLabel({ name, kind, required }: DocumentToBring, t: Translate): string {
  const about = [
    ...(kind === null ? [] : [t(`service-catalogue:card.kind.${kind}`)]),
    ...(required ? [] : [t('service-catalogue:ready.optional')]),
  ];
  return about.length === 0 ? name : `${name} (${about.join(', ')})`;
}

function Fee({ ready: { answer } }: { ready: Ready }) {
  const { t, locale } = usePage();
  const { service, price } = answer;
  if (service.fee === null) return null;
  return (
    <p>
      {t('service-catalogue:ready.fee', {
        price: priceWords(service.fee, price?.amount ?? null, t, locale),
      })}
    </p>
  );
}
