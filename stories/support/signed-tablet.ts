import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { addDevice } from '../../src/systems/devices/actions/add-device.ts';
import { enrolDevice } from '../../src/systems/devices/actions/enrol-device.ts';
import { requestSignature } from '../../src/systems/devices/actions/request-signature.ts';
import { act } from './ask-city.ts';

const STROKES = [
  Array.from({ length: 60 }, (_, index) => [
    100 + index * 12,
    200 + Math.round(Math.sin(index / 4) * 90),
    index * 12,
    500,
  ]),
];

/** A signature given on an enrolled tablet, as its page sends it. The signature's id. */
export async function signOnTablet(caseId: string): Promise<string> {
  const { deviceId, code } = await act(addDevice, { kind: 'tablet', name: 'Планшет для прикладу' }, 'it');
  const token = randomBytes(32).toString('base64url');
  await act(enrolDevice, { code, token });
  const { signatureId } = await act(requestSignature, { caseId, deviceId }, 'administrator-03');
  const origin = inject('cityOrigin');
  const body = new URLSearchParams({ signatureId, strokes: JSON.stringify(STROKES) });
  const headers = { cookie: `device=${token}`, origin };
  const answer = await fetch(`${origin}/tablet`, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`the tablet answered ${answer.status}: ${await answer.text()}`);
  return signatureId;
}
