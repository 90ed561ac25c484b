import { z } from 'zod';
import { defineAction, personal } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { attachFile, getFile } from '../../../kernel/files/files.ts';
import { tokenInput } from '../device-input.ts';
import { requireDevice } from '../device-store.ts';
import { signatureChanged } from '../device-live.ts';
import { asAsker } from '../signatures/as-asker.ts';
import { findAskedOfDevice, writeSigned } from '../signatures/signature-store.ts';
import { isSignature, strokesSchema } from '../signatures/strokes.ts';

export const signOnTablet = defineAction({
  name: 'devices.sign-on-tablet',
  title: { uk: 'Підписати на планшеті', en: 'Sign on a tablet' },
  input: z.object({
    token: tokenInput,
    signatureId: z.uuid(),
    strokes: personal(strokesSchema),
    /** The picture of the strokes, kept before. */
    fileId: z.uuid(),
  }),
  output: z.object({ signatureId: z.uuid(), sha256: z.string() }),
  may: ['resident'],
  async run(deed, { token, signatureId, strokes, fileId }) {
    const { tx, now } = deed;
    const device = await requireDevice(tx, token);
    const asked = await findAskedOfDevice(tx, device.id);
    if (asked === undefined || asked.id !== signatureId) throw new Refusal('devices:refusals.notAsked');
    if (!isSignature(strokes)) throw new Refusal('devices:refusals.tooShort', {}, 422);
    const { sha256 } = await getFile(tx, fileId);
    await attachFile({ ...deed, actor: asAsker(asked.askedBy) }, fileId, asked.caseId);
    await writeSigned(tx, signatureId, device.id, { fileId, sha256, strokes }, now);
    deed.about({ kind: 'case', id: asked.caseId });
    deed.about({ kind: 'device', id: device.id });
    signatureChanged(deed, asked.caseId, device.id);
    return { signatureId, sha256: sha256.toString('hex') };
  },
});
