import type { ComponentChildren } from 'preact';
import { usePage } from '../../../kernel/page/page-context.tsx';
import type { Translate } from '../../../kernel/i18n/translate.ts';
import type { InformationCard } from '../service.ts';
import { baseWords, priceWords, termWords } from '../service-words.ts';
import type { ServiceAnswer } from './service-page.tsx';
import { Ukrainian } from './ukrainian.tsx';

interface Row {
  readonly number: string;
  readonly title: string;
  readonly value: ComponentChildren;
}

/**
 * The information card in the order that the practice of the centres has given to the rows of
 * Law 5203-VI art. 8(4). Rows that only a full card knows are left out where there is none.
 */
export function CardTable({ answer }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  const groups = [
    ['centre', <CentreRows answer={answer} />],
    ...(answer.card === null ? [] : [['acts', <ActRows card={answer.card} />] as const]),
    ['conditions', <ConditionRows answer={answer} />],
  ] as const;
  return (
    <table class="card-table">
      {groups.map(([name, rows]) => (
        <tbody key={name}>
          <tr class="card-group">
            <th colSpan={3} scope="rowgroup">
              {t(`service-catalogue:card.groups.${name}`)}
            </th>
          </tr>
          {rows}
        </tbody>
      ))}
    </table>
  );
}

function Rows({ rows }: { rows: readonly (Row | false)[] }) {
  return (
    <>
      {rows.map((row) =>
        row === false ? null : (
          <tr key={row.number}>
            <td class="card-number">{row.number}</td>
            <th scope="row">{row.title}</th>
            <td>{row.value}</td>
          </tr>
        ),
      )}
    </>
  );
}

function rowOf(t: Translate): (number: string, name: string, value: ComponentChildren) => Row {
  return (number, name, value) => ({ number, title: t(`service-catalogue:card.rows.${name}`), value });
}

function CentreRows({ answer: { service, reception } }: { answer: ServiceAnswer }) {
  const { t, locale } = usePage();
  const row = rowOf(t);
  const providers = service.providers.map((one) => (
    <li key={one.code}>
      <a href={`/providers/${one.code}`}>{locale === 'uk' ? one.name : one.nameEn}</a>
    </li>
  ));
  const week = Map.groupBy(reception.week, ({ weekday }) => weekday);
  const hours = [...week].map(([weekday, days]) => (
    <li key={weekday}>
      {t(`service-catalogue:weekday.${weekday}`)}: {days.map(({ from, to }) => `${from}–${to}`).join(', ')}
    </li>
  ));
  return (
    <Rows
      rows={[
        row(
          '1',
          'address',
          <>
            <p>
              {t('service-catalogue:centre.name')}, {t('service-catalogue:centre.address')}
            </p>
            <p>{t(`service-catalogue:service.${providers.length > 1 ? 'givenByAny' : 'givenBy'}`)}:</p>
            <ul>{providers}</ul>
          </>,
        ),
        row(
          '2',
          'hours',
          hours.length === 0 ? t('service-catalogue:service.hoursUnknown') : <ul>{hours}</ul>,
        ),
        row('3', 'contacts', t('service-catalogue:centre.email')),
      ]}
    />
  );
}

function ActRows({ card }: { card: InformationCard }) {
  const row = rowOf(usePage().t);
  return (
    <Rows
      rows={[
        row('4', 'laws', <Texts texts={card.laws} />),
        row('5', 'cabinetActs', <Texts texts={card.cabinetActs} />),
        row('6', 'centralActs', <Texts texts={card.centralActs} />),
        row('7', 'localActs', <Texts texts={card.localActs} />),
      ]}
    />
  );
}

function ConditionRows({ answer }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  const { service, card } = answer;
  const row = rowOf(t);
  return (
    <Rows
      rows={[
        card !== null && row('8', 'grounds', <Ukrainian>{card.grounds}</Ukrainian>),
        row(
          '9',
          'documents',
          card === null ? <Texts texts={service.documents} /> : <Documents card={card} />,
        ),
        card !== null && row('10', 'filing', <Ukrainian>{card.filing}</Ukrainian>),
        row('11', 'paid', <Paid answer={answer} />),
        card !== null && row('11.1', 'feeGround', <Text text={card.feeGround} />),
        card !== null && row('11.2', 'feeAmount', <Text text={card.feeAmount} />),
        service.fee !== null && row('11.3', 'account', t('service-catalogue:card.accountValue')),
        row('12', 'term', <Term answer={answer} />),
        card !== null && row('13', 'refusalGrounds', <Texts texts={card.refusalGrounds} />),
        row('14', 'result', <Ukrainian>{card?.result ?? service.result}</Ukrainian>),
        card !== null && row('15', 'waysOfReceiving', <Texts texts={card.waysOfReceiving} />),
        typeof card?.note === 'string' && row('16', 'note', <Ukrainian>{card.note}</Ukrainian>),
      ]}
    />
  );
}

function Paid({ answer: { service, price, card } }: { answer: ServiceAnswer }) {
  const { t, locale } = usePage();
  const base = baseWords(service.fee, price, t, locale);
  return (
    <>
      {card === null ? null : <Ukrainian as="p">{card.paid}</Ukrainian>}
      <p>
        {priceWords(service.fee, price?.amount ?? null, t, locale)}
        {base === undefined ? '' : ` (${base})`}
      </p>
    </>
  );
}

function Term({ answer: { service, card } }: { answer: ServiceAnswer }) {
  const { t } = usePage();
  return (
    <>
      <p>{card === null ? termWords(service.term, t) : <Ukrainian>{card.termText}</Ukrainian>}</p>
      <p class="soft">
        <Ukrainian>{t('service-catalogue:service.article', { article: service.term.article })}</Ukrainian>
      </p>
    </>
  );
}

function Documents({ card }: { card: InformationCard }) {
  const { t } = usePage();
  return (
    <ol>
      {card.documents.map((document) => (
        <li key={document.name}>
          <Ukrainian>{document.name}</Ukrainian>{' '}
          <span class="soft">
            ({t(`service-catalogue:card.kind.${document.kind}`)}
            {document.required ? '' : `, ${t('service-catalogue:card.optional')}`})
          </span>
          {document.condition === null ? null : (
            <Ukrainian as="div" class="soft">
              {document.condition}
            </Ukrainian>
          )}
          {document.note === null ? null : (
            <Ukrainian as="div" class="soft">
              {document.note}
            </Ukrainian>
          )}
        </li>
      ))}
    </ol>
  );
}

function Text({ text }: { text: string | null }) {
  const { t } = usePage();
  return text === null ? <>{t('service-catalogue:card.none')}</> : <Ukrainian>{text}</Ukrainian>;
}

function Texts({ texts }: { texts: readonly string[] }) {
  const { t } = usePage();
  if (texts.length === 0) return <>{t('service-catalogue:card.none')}</>;
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return <Ukrainian>{only}</Ukrainian>;
  return (
    <ul>
      {texts.map((text) => (
        <Ukrainian as="li" key={text}>
          {text}
        </Ukrainian>
      ))}
    </ul>
  );
}
