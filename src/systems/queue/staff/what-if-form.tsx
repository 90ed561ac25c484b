import { addDays } from '../../../kernel/calendar/epoch-day.ts';
import { kyivDate } from '../../../kernel/calendar/kyiv-time.ts';
import { Button, Buttons, LinkButton } from '../../../kernel/page/components/button.tsx';
import { SelectField } from '../../../kernel/page/components/choice-field.tsx';
import { SectorTag } from '../../../kernel/page/components/tags.tsx';
import { TextField } from '../../../kernel/page/components/text-field.tsx';
import { usePage } from '../../../kernel/page/page-context.tsx';
import { SECTORS } from '../sector.ts';
import { cell, SPLITS } from '../what-if/staffing.ts';
import type { Answer, Choice } from './what-if-answer.ts';

/** Day, split, booked share, and the windows of each sector in each hour. */
export function WhatIfForm({ answer, choice }: { answer: Answer; choice: Choice }) {
  const { t, url, now } = usePage();
  const here = url.split('?')[0] ?? '';
  return (
    <form class="form" method="get" action={here}>
      <div class="form-inline">
        <TextField
          name="day"
          type="date"
          label={t('queue:whatIf.day')}
          value={answer.day ?? addDays(kyivDate(now), -1)}
        />
        <SelectField
          name="split"
          label={t('queue:whatIf.split')}
          value={choice.split}
          options={SPLITS.map((split) => ({ value: split, label: t(`queue:whatIf.splits.${split}`) }))}
        />
        <TextField
          name="booked"
          inputMode="numeric"
          label={t('queue:whatIf.booked')}
          hint={t('queue:whatIf.bookedHint')}
          value={choice.booked === null ? '' : String(choice.booked)}
          width={4}
        />
      </div>
      {answer.hours.length === 0 ? null : <Staffing answer={answer} />}
      <Buttons>
        <Button hotkey="Ctrl+Enter">{t('queue:whatIf.replay')}</Button>
        <LinkButton href={answer.day === null ? here : `${here}?day=${answer.day}`} look="quiet">
          {t('queue:whatIf.reset')}
        </LinkButton>
      </Buttons>
    </form>
  );
}

function Staffing({ answer }: { answer: Answer }) {
  const { t } = usePage();
  return (
    <div class="what-if-staffing">
      <table>
        <caption>{t('queue:whatIf.staffing')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('queue:calls.sector')}</th>
            {answer.hours.map((hour) => (
              <th key={hour} scope="col">{`${hour}:00`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SECTORS.map((sector) => (
            <tr key={sector}>
              <th scope="row">
                <SectorTag sector={sector} />
              </th>
              {answer.hours.map((hour) => {
                const was = answer.staffing[cell(sector, hour)] ?? 0;
                const wanted = answer.wanted[cell(sector, hour)] ?? 0;
                return (
                  <td key={hour}>
                    <input
                      class="input"
                      name={`w-${sector}-${hour}`}
                      value={String(wanted)}
                      inputMode="numeric"
                      maxLength={2}
                      data-changed={wanted === was ? undefined : ''}
                      aria-label={t('queue:whatIf.cell', {
                        sector: t(`page:sector.${sector}.name`),
                        hour,
                        was,
                      })}
                    />
                    {wanted === was ? null : <small>{was}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
