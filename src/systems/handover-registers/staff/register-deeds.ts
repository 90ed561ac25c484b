import { Refusal } from '../../../kernel/actions/refusal.ts';
import { type Answer, type PagePost, redirect } from '../../../kernel/page/define-page.ts';
import { attachSignedList, cancelRegister, removeCase } from '../actions/change-register.ts';
import { closeRegister } from '../actions/close-register.ts';
import { handOverRegister } from '../actions/hand-over-register.ts';
import { scanCase } from '../actions/scan-case.ts';

/** What the forms of one register do. */
export async function doRegisterDeed(request: PagePost): Promise<Answer> {
  const registerId = request.params['id'] ?? '';
  const here = `/desk/registers/${registerId}`;
  switch (request.field('deed')) {
    case 'scan': {
      const { what, caseNumber } = await request.run(scanCase, { registerId, code: request.field('code') });
      return redirect(`${here}?${new URLSearchParams({ scanned: `${what}:${caseNumber}` }).toString()}`);
    }
    case 'remove':
      await request.run(removeCase, { registerId, caseId: request.field('caseId') });
      return redirect(here, 'handover-registers:notices.removed');
    case 'hand':
      await request.run(handOverRegister, { registerId, carrier: request.field('carrier') });
      return redirect(here, 'handover-registers:notices.handed');
    case 'cancel':
      await request.run(cancelRegister, { registerId });
      return redirect(here, 'handover-registers:notices.cancelled');
    case 'sign':
      return sign(request, registerId, here);
    default:
      await request.run(closeRegister, { registerId });
      return redirect(here, 'handover-registers:notices.closed');
  }
}

async function sign(request: PagePost, registerId: string, here: string): Promise<Answer> {
  const [file] = request.files;
  if (file === undefined) throw new Refusal('handover-registers:refusals.noFile', {}, 422);
  const kept = await request.keepFile(file);
  await request.run(attachSignedList, { registerId, fileId: kept.id });
  return redirect(here, 'handover-registers:notices.signed');
}
