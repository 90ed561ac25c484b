import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction, defineQuery, personal } from '../actions/define.ts';
import { advanceCase, getCase, openCase } from '../cases/index.ts';
import { type Club, makeMembership, MEMBERSHIP } from '../cases/make-membership.ts';
import { Button } from '../page/components/button.tsx';
import { Form } from '../page/components/form.tsx';
import { TextField } from '../page/components/text-field.tsx';
import { definePage, redirect, view } from '../page/define-page.ts';
import { defineSystem, type System } from '../system.ts';

/**
 * A system that has nothing to do with a city hall, on the kernel alone: where it needs a change of
 * the kernel, the kernel is wrong (DESIGN §1).
 */
export function tennisClub(club: Club): System {
  const apply = defineAction({
    name: 'tennis-club.apply-for-membership',
    title: { uk: 'Вступити до клубу', en: 'Apply for membership' },
    may: ['resident'],
    input: z.object({ name: personal(z.string().trim().min(2, 'actions:input.invalid')) }),
    output: z.object({ caseId: z.uuid(), number: z.string() }),
    async run(deed, { name }) {
      const opened = await openCase(deed, makeMembership(club, { applicant: { kind: 'person', name } }));
      deed.about({ kind: 'case', id: opened.id });
      return { caseId: opened.id, number: opened.number };
    },
  });
  const admit = defineAction({
    name: 'tennis-club.invite-to-trial',
    title: { uk: 'Запросити на пробну гру', en: 'Invite to a trial game' },
    may: ['specialist'],
    input: z.object({ caseId: z.uuid() }),
    output: z.object({ state: z.string() }),
    async run(deed, { caseId }) {
      await advanceCase(deed, MEMBERSHIP, caseId, { event: 'invited', to: 'trial' });
      return { state: 'trial' };
    },
  });
  const state = defineQuery({
    name: 'tennis-club.membership-state',
    title: { uk: 'Стан заявки', en: 'State of a membership' },
    may: ['specialist'],
    input: z.object({ caseId: z.uuid() }),
    output: z.object({ state: z.string() }),
    async run({ tx, looked }, { caseId }) {
      looked({ kind: 'case', id: caseId });
      return { state: (await getCase(tx, caseId)).state };
    },
  });
  return defineSystem({
    name: 'tennis-club',
    title: { uk: 'Тенісний клуб', en: 'Tennis club' },
    folder: import.meta.dirname,
    actions: [apply, admit],
    queries: [state],
    caseKinds: [MEMBERSHIP],
    pages: [
      definePage({
        path: '/club',
        may: 'anyone',
        shell: 'resident',
        get: async (_request, form) =>
          view(
            'Тенісний клуб',
            <Form state={form}>
              <TextField name="name" label="Ім’я" />
              <Button>Вступити</Button>
            </Form>,
          ),
        post: async (request) => {
          const { number } = await request.run(apply, { name: request.field('name') });
          return redirect(`/club/${number}`);
        },
      }),
    ],
    figures: [
      {
        id: 'tennis-club.members-asked',
        title: { uk: 'Заявки до клубу', en: 'Applications to the club' },
        unit: { uk: 'заявок', en: 'applications' },
        definition: { uk: 'Скільки людей просилися до клубу.', en: 'How many people asked to join.' },
        facts: 'tennis_club.asked_facts',
        measure: { kind: 'count' },
        period: 'within',
        dimensions: [{ name: 'state', title: { uk: 'Стан', en: 'State' }, code: 'state', label: 'state' }],
        columns: [{ column: 'state', title: { uk: 'Стан', en: 'State' } }],
        suppressBelow: 0,
      },
    ],
    jobs: [
      {
        name: 'tennis-club.water-courts',
        everySeconds: 1,
        async run({ database, now }) {
          await sql`insert into tennis_club.waterings (at) values (${now})`.execute(database);
        },
      },
    ],
  });
}

/** What the club's own migration would say. */
export const CLUB_TABLES = `
  create schema tennis_club;
  create table tennis_club.waterings (at timestamptz not null);
  create view tennis_club.asked_facts as
    select registered_at::date as day, state from kernel.cases where kind = 'tennis-club.membership';
  grant usage on schema tennis_club to prozoryi_app;
  grant select, insert on all tables in schema tennis_club to prozoryi_app;`;
