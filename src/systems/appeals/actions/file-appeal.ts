import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { wrongField } from '../../../kernel/actions/invalid-input.ts';
import { viewSteps } from '../../../kernel/cases/view/course-view.ts';
import { passHourlyBrake } from '../../../kernel/database/hourly-brake.ts';
import { authorInput, cardInput, placeInput, registeredView, textInput } from '../appeal-input.ts';
import { fileAppeal as file } from '../register-appeal.ts';

/** More than this an hour are not people: the city gets some forty appeals a day. */
export const APPEALS_AN_HOUR = 120;

/** Electronic appeals need no signature: a name, an address to live at and one to answer to (393/96-ВР art. 5). */
export const fileAppeal = defineAction({
  name: 'appeals.file-appeal',
  title: { uk: 'Подати звернення на сайті', en: 'File an appeal on the site' },
  input: z.object({
    author: authorInput,
    text: textInput,
    place: placeInput.prefault({}),
    fileIds: z.array(z.uuid()).max(10, 'appeals:input.tooManyFiles').default([]),
  }),
  output: registeredView,
  may: ['resident'],
  async run(deed, { author, text, place, fileIds }) {
    if (author.name === '') throw wrongField(['author', 'name'], 'appeals:input.nameMissing');
    if (author.address === '') throw wrongField(['author', 'address'], 'appeals:input.addressMissing');
    if (author.email === '' && author.phone === '') {
      throw wrongField(['author', 'email'], 'appeals:input.contactMissing');
    }
    await passHourlyBrake(
      deed.tx,
      'appeals.site_hours',
      deed.now,
      APPEALS_AN_HOUR,
      'appeals:refusals.tooManyNow',
    );
    const card = cardInput.parse({ channel: 'site', kind: 'not-stated', questions: [{}] });
    const opened = await file(deed, { card, author, text, place, fileIds });
    const { id, number, index, trackingCode, dueOn, countedFrom, steps } = opened;
    return { caseId: id, number, index, trackingCode, dueOn, countedFrom, steps: viewSteps(steps) };
  },
});
