import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Deed, defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { deviceIdInput } from '../device-input.ts';
import { getDevice } from '../device-store.ts';
import { signatureChanged } from '../device-live.ts';
import { askOnTablet, noteOnPaper, withdraw } from '../signatures/signature-store.ts';

const caseIdInput = z.uuid('devices:input.noCase');
const output = z.object({ signatureId: z.uuid() });

export const requestSignature = defineAction({
  name: 'devices.request-signature',
  title: { uk: 'Попросити підпис на планшеті', en: 'Ask for a signature on a tablet' },
  input: z.object({ caseId: caseIdInput, deviceId: deviceIdInput }),
  output,
  may: ['administrator'],
  async run(deed, { caseId, deviceId }) {
    await getCase(deed.tx, caseId);
    const tablet = await getDevice(deed.tx, deviceId);
    if (tablet.kind !== 'tablet')
      throw new Refusal('devices:refusals.noTablet', { device: tablet.name }, 422);
    if (tablet.enrolledAt === null || tablet.revokedAt !== null) {
      throw new Refusal('devices:refusals.tabletOff', { device: tablet.name });
    }
    return begin(deed, caseId, deviceId);
  },
});

/** The tablet is broken, or the person wishes a pen: the paper lies in the folder. */
export const notePaperSignature = defineAction({
  name: 'devices.note-paper-signature',
  title: { uk: 'Відмітити підпис на папері', en: 'Note a signature on paper' },
  input: z.object({ caseId: caseIdInput }),
  output,
  may: ['administrator'],
  async run(deed, { caseId }) {
    await getCase(deed.tx, caseId);
    return begin(deed, caseId, null);
  },
});

async function begin(deed: Deed, caseId: string, deviceId: string | null) {
  const id = uuid();
  const signature = { id, caseId, deviceId, askedBy: deed.actor.staffId ?? '', askedAt: deed.now };
  await (deviceId === null ? noteOnPaper(deed.tx, signature) : askOnTablet(deed.tx, signature));
  deed.about({ kind: 'case', id: caseId });
  signatureChanged(deed, caseId, deviceId);
  return { signatureId: id };
}

export const withdrawSignature = defineAction({
  name: 'devices.withdraw-signature',
  title: { uk: 'Забрати прохання про підпис', en: 'Withdraw the request for a signature' },
  input: z.object({ signatureId: z.uuid() }),
  output,
  may: ['administrator'],
  async run(deed, { signatureId }) {
    const { caseId, deviceId } = await withdraw(deed.tx, signatureId, deed.now);
    deed.about({ kind: 'case', id: caseId });
    signatureChanged(deed, caseId, deviceId);
    return { signatureId };
  },
});
