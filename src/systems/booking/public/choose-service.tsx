import type { z } from 'zod';
import { Button } from '../../../kernel/page/components/button.tsx';
import { EmptyState } from '../../../kernel/page/components/empty-state.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { findServices } from '../queries/find-services.ts';
import { type Wish, wishPath } from './booking-wish.ts';

type Found = z.output<(typeof findServices)['output']>['services'];

/** The first step: the service by the person's own words; and the way back to a visit that is booked. */
export function ChooseService({ words, found, wish }: { words: string; found: Found; wish: Wish }) {
  const { t } = usePage();
  const isFirst = wish.services.length === 0;
  return (
    <>
      <h1>{t('booking:service.title')}</h1>
      <p class="lead">{t(isFirst ? 'booking:service.lead' : 'booking:service.leadMore')}</p>
      <search>
        <form class="form form-inline" method="get" action="/booking">
          {isFirst ? null : (
            <>
              <HiddenField name="services" value={wish.services.join(',')} />
              <HiddenField name="more" value="on" />
            </>
          )}
          <TextField
            name="words"
            type="search"
            label={t('booking:service.words')}
            hint={t('booking:service.wordsHint')}
            value={words}
            maxLength={200}
          />
          <Button>{t('booking:service.find')}</Button>
        </form>
      </search>
      <Choices words={words} found={found} wish={wish} />
      {isFirst ? (
        <p>
          <a href="/home-visits">{t('booking:service.home')}</a>
        </p>
      ) : null}
      {isFirst ? <HaveCode /> : null}
    </>
  );
}

function Choices({ words, found, wish }: { words: string; found: Found; wish: Wish }) {
  const { t, locale } = usePage();
  if (words === '') return null;
  if (found.length === 0) {
    return (
      <EmptyState action={<a href="/services">{t('booking:service.all')}</a>}>
        {t('booking:service.none', { words })}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('booking:service.choose')}</h2>
      <ul class="booking-services">
        {found.map(({ code, name, nameEn, sector }) => (
          <li key={code}>
            <a href={wishPath({ services: [...wish.services, code], people: wish.people })}>
              {locale === 'uk' ? name : nameEn}
            </a>
            <SectorTag sector={sector} short />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HaveCode() {
  const { t } = usePage();
  return (
    <section aria-labelledby="have-code" class="booking-code">
      <h2 id="have-code">{t('booking:find.title')}</h2>
      <form class="form form-inline" method="get" action="/booking">
        <TextField name="code" label={t('booking:find.code')} hint={t('booking:find.hint')} width={10} />
        <Button look="plain">{t('booking:find.open')}</Button>
      </form>
    </section>
  );
}
