import type { Deed } from '../../kernel/actions/define.ts';
import { attachFile } from '../../kernel/files/files.ts';
import type { Answers, Service } from '../service-catalogue/index.ts';

/** Files among the answers become files of the case. Asks nothing of the database where there are none. */
export async function tieAnswerFiles(
  deed: Pick<Deed, 'tx' | 'actor' | 'imported'>,
  service: Pick<Service, 'form'> | null,
  answers: Answers | null,
  caseId: string,
): Promise<void> {
  if (service === null || answers === null || deed.imported) return;
  for (const { kind, name } of service.form) {
    const id = answers[name];
    if (kind === 'file' && typeof id === 'string') await attachFile(deed, id, caseId);
  }
}
