import { z } from 'zod';
import { defineQuery, personal } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { getCase } from '../../../kernel/cases/index.ts';
import { tokenInput } from '../device-input.ts';
import { requireDevice } from '../device-store.ts';
import {
  findAskedOfDevice,
  findStrokes,
  listSignatures,
  SIGNATURE_STATES,
} from '../signatures/signature-store.ts';
import { strokesSvg } from '../signatures/strokes.ts';

/** What a tablet shows now: to the person before it, who is the applicant. */
export const tabletTask = defineQuery({
  name: 'devices.tablet-task',
  title: { uk: 'Що показує планшет', en: 'What a tablet shows' },
  input: z.object({ token: tokenInput }),
  output: z.object({
    deviceId: z.uuid(),
    name: z.string(),
    windowNo: z.int().nullable(),
    task: z
      .object({
        signatureId: z.uuid(),
        askedBy: z.uuid(),
        number: z.string(),
        title: z.string(),
        applicant: personal(z.string().nullable()),
      })
      .nullable(),
  }),
  may: ['resident'],
  async run({ tx, looked }, { token }) {
    const { id, name, windowNo } = await requireDevice(tx, token);
    const asked = await findAskedOfDevice(tx, id);
    if (asked === undefined) return { deviceId: id, name, windowNo, task: null };
    const { number, title, applicantName } = await getCase(tx, asked.caseId);
    looked({ kind: 'case', id: asked.caseId });
    const task = { signatureId: asked.id, askedBy: asked.askedBy, number, title, applicant: applicantName };
    return { deviceId: id, name, windowNo, task };
  },
});

export const caseSignatures = defineQuery({
  name: 'devices.case-signatures',
  title: { uk: 'Підписи заявника', en: 'Signatures of an applicant' },
  input: z.object({ caseId: z.uuid('devices:input.noCase') }),
  output: z.object({
    number: z.string(),
    title: z.string(),
    applicant: z.string().nullable(),
    signatures: z.array(
      z.object({
        id: z.uuid(),
        state: z.enum(SIGNATURE_STATES),
        device: z.string().nullable(),
        askedBy: z.string(),
        askedAt: z.date(),
        endedAt: z.date().nullable(),
        fileId: z.uuid().nullable(),
        sha256: z.string().nullable(),
      }),
    ),
  }),
  may: ['administrator', 'head', 'auditor'],
  async run({ tx, looked }, { caseId }) {
    const { number, title, applicantName } = await getCase(tx, caseId);
    looked({ kind: 'case', id: caseId });
    return { number, title, applicant: applicantName, signatures: [...(await listSignatures(tx, caseId))] };
  },
});

/** The drawing of a signature, from its strokes. */
export const signatureDrawing = defineQuery({
  name: 'devices.signature-drawing',
  title: { uk: 'Малюнок підпису', en: 'The drawing of a signature' },
  input: z.object({ signatureId: z.uuid() }),
  output: z.object({ svg: z.string() }),
  may: ['administrator', 'head', 'auditor'],
  async run({ tx, looked }, { signatureId }) {
    const found = await findStrokes(tx, signatureId);
    if (found === undefined || found.strokes === null) throw notFound('devices:refusals.notAsked');
    looked({ kind: 'case', id: found.caseId });
    return { svg: strokesSvg(found.strokes) };
  },
});
