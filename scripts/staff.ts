import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';
import { ROLES, type Role, SYSTEM_ACTOR } from '../src/kernel/actions/actor.ts';
import { performAction } from '../src/kernel/actions/perform-action.ts';
import { StartProblem } from '../src/kernel/database/start-problem.ts';
import { inviteMember, issueToken } from '../src/kernel/identity/invitation.ts';
import { findActorsByLogin } from '../src/kernel/identity/find-actor.ts';
import { startCity } from '../src/kernel/start-city.ts';
import { cityHall } from '../src/city-hall.ts';
import { readSettings } from '../src/settings.ts';
import { addMember } from '../src/systems/staff/actions/add-member.ts';

const USAGE = `npm run staff -- add --login LOGIN --name "NAME" --role it [--unit centre]
npm run staff -- token --login LOGIN [--days 365]`;

/** The first member of a new city, and tokens, without a browser. Works beside the running server. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'it' },
      unit: { type: 'string', default: 'centre' },
      days: { type: 'string', default: '365' },
    },
  });
  const [verb] = positionals;
  if (values.login === undefined || (verb !== 'add' && verb !== 'token')) throw new Error(USAGE);
  const city = await startCity(readSettings(process.env), cityHall);
  const by = { ...SYSTEM_ACTOR, roles: ['it'] satisfies Role[] };
  try {
    if (verb === 'add') {
      const roles = ROLES.filter((role) => role === values.role);
      const input = { login: values.login, name: values.name ?? '', unitCode: values.unit, roles };
      await performAction(city, addMember, input, { actor: by, key: uuid() });
    }
    const found = await city.connections.database
      .transaction()
      .execute((tx) => findActorsByLogin(tx, [values.login ?? '']));
    const staffId = found.get(values.login)?.staffId;
    if (staffId === undefined || staffId === null) throw new Error(`Працівника «${values.login}» немає.`);
    if (verb === 'token') {
      console.log(
        (await issueToken(city, by, staffId, { label: 'command', days: Number(values.days) })).token,
      );
      return;
    }
    const { token } = await inviteMember(city, by, staffId);
    console.log(
      `Відкрийте в браузері: ${city.settings.publicUrl ?? `http://localhost:${city.settings.port}`}/welcome?invitation=${token}`,
    );
  } finally {
    await city.connections.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartProblem || error instanceof Error ? error.message : error);
  process.exit(1);
});
