import type { z } from 'zod';
import { formatDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons } from '../../../kernel/page/components/button.tsx';
import { RadioField, SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { Form } from '../../../kernel/page/components/form.tsx';
import { Notice } from '../../../kernel/page/components/notice.tsx';
import { SummaryList } from '../../../kernel/page/components/summary-list.tsx';
import { HiddenField, TextField } from '../../../kernel/page/components/text-field.tsx';
import {
  definePage,
  type FormState,
  type PagePost,
  redirect,
  view,
} from '../../../kernel/page/define-page.ts';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { groupedPayCode } from '../bank-codes.ts';
import { chargeFeeAction } from '../actions/charge-fee.ts';
import { coverRefiling } from '../actions/cover-refiling.ts';
import { formatMoneyText, formatPercent } from '../money.ts';
import { prepareCharge } from '../queries/prepare-charge.ts';

type Prepared = z.output<typeof prepareCharge.output>;

/** A case by its number, the tariffs with their sums, one press: the bill. */
export const chargePage = definePage({
  path: '/desk/fees/charge',
  may: ['administrator'],
  shell: 'staff',
  async get(request, form) {
    const number = (request.query['number'] ?? '').trim();
    const found = number === '' ? null : await request.ask(prepareCharge, { number });
    return view(request.t('fees:charge.title'), <Charge number={number} found={found} form={form} />);
  },
  post: async (request) => {
    const dueId = request.field('coverBy') === '' ? await charge(request) : await cover(request);
    return redirect(`/desk/fees/dues/${dueId}`, 'fees:notices.charged');
  },
});

async function charge(request: PagePost): Promise<string> {
  const [variant, waiver] = [request.field('variant'), request.field('waiver')];
  const { dueId } = await request.run(chargeFeeAction, {
    caseId: request.field('caseId'),
    ...(variant === '' ? {} : { variant }),
    ...(waiver === '' ? {} : { waiver }),
  });
  return dueId;
}

async function cover(request: PagePost): Promise<string> {
  const given = { dueId: request.field('coverBy'), caseId: request.field('caseId') };
  return (await request.run(coverRefiling, given)).dueId;
}

interface Props {
  readonly number: string;
  readonly found: Prepared | null;
  readonly form: FormState | undefined;
}

function Charge({ number, found, form }: Props) {
  const { t } = usePage();
  return (
    <>
      <p>
        <a href="/desk/fees">← {t('fees:dues.title')}</a>
      </p>
      <h1>{t('fees:charge.title')}</h1>
      <Form method="get" id="find" inline label={t('fees:charge.find')}>
        <TextField
          name="number"
          label={t('fees:charge.number')}
          hint={t('fees:charge.numberHint')}
          value={number}
          width={20}
          first={found === null}
          hotkey="F3"
        />
        <Button look={found === null ? 'primary' : 'plain'}>{t('fees:charge.find')}</Button>
      </Form>
      {found === null ? null : <FoundCase found={found} form={form} />}
    </>
  );
}

function FoundCase({ found, form }: { found: Prepared; form: FormState | undefined }) {
  const { t } = usePage();
  return (
    <>
      <SummaryList
        lines={[
          { term: t('fees:columns.number'), value: found.number },
          { term: t('fees:columns.service'), value: `${found.serviceCode} ${found.serviceName}` },
          { term: t('fees:columns.applicant'), value: found.applicant },
        ]}
      />
      {found.due !== null ? (
        <Notice>
          <p>
            {t('fees:charge.already')}{' '}
            <a href={`/desk/fees/dues/${found.due.id}`}>{groupedPayCode(found.due.code)}</a>
          </p>
        </Notice>
      ) : found.tariffs.length === 0 ? (
        <Notice kind="done">{t('fees:charge.free')}</Notice>
      ) : (
        <ChargeForm found={found} form={form} />
      )}
    </>
  );
}

function ChargeForm({ found, form }: { found: Prepared; form: FormState | undefined }) {
  const { t, locale } = usePage();
  const [only] = found.tariffs;
  return (
    <>
      {found.earlier.map((due) => (
        <Form key={due.id} id={`cover-${due.id}`} label={t('fees:charge.cover')}>
          <HiddenField name="caseId" value={found.caseId} />
          <HiddenField name="coverBy" value={due.id} />
          <p>
            {t('fees:charge.earlier', {
              number: due.caseNumber,
              amount: formatMoneyText(due.amount, locale),
              state: t(`fees:states.${due.state}`),
            })}
          </p>
          <Button look="plain">{t('fees:charge.cover')}</Button>
        </Form>
      ))}
      <Form state={form} id="charge" label={t('fees:charge.title')}>
        <HiddenField name="caseId" value={found.caseId} />
        {found.tariffs.length === 1 && only !== undefined ? (
          <>
            <p class="lead">{formatMoneyText(only.amount, locale)}</p>
            <p>{arithmetic(only)}</p>
            <HiddenField name="variant" value={only.variant?.code ?? ''} />
          </>
        ) : (
          <RadioField
            name="variant"
            label={t('fees:charge.variant')}
            options={found.tariffs.map((tariff) => ({
              value: tariff.variant?.code ?? '',
              label: `${nameOf(tariff.variant)} – ${formatMoneyText(tariff.amount, locale)}`,
              hint: arithmetic(tariff),
            }))}
          />
        )}
        <SelectField
          name="waiver"
          label={t('fees:charge.waiver')}
          hint={t('fees:charge.waiverHint')}
          empty={t('fees:charge.noWaiver')}
          options={found.waivers.map((waiver) => ({
            value: waiver.code,
            label: `${nameOf(waiver)} (−${waiver.percent} %)`,
          }))}
        />
        <Buttons>
          <Button hotkey="Ctrl+Enter">{t('fees:charge.make')}</Button>
        </Buttons>
      </Form>
    </>
  );

  function nameOf(named: { readonly title: string; readonly titleEn: string } | null): string {
    if (named === null) return t('fees:charge.byCard');
    return locale === 'uk' ? named.title : named.titleEn;
  }

  /** «1,5 % від 3 328,00 грн (прожитковий мінімум на 1 січня 2026). Закон …». */
  function arithmetic({ basisPoints, base, article }: Prepared['tariffs'][number]): string {
    if (basisPoints === null || base === null) return article;
    return t('fees:arithmetic', {
      percent: formatPercent(basisPoints, locale),
      base: formatMoneyText(base.amount, locale),
      day: formatDate(base.validFrom, locale),
      article,
    });
  }
}
