import { hasRole, STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { definePage, type PageRequest } from '../../../kernel/page/define-page.ts';
import { findServices } from '../queries/find-services.ts';
import { listApplications } from '../queries/list-applications.ts';

const SHOWN = 8;

interface Found {
  readonly label: string;
  readonly path: string;
  readonly note?: string;
}

/** What the palette (Ctrl K) finds: cases by number, person and service, then services. Masked, and each look journalled. */
export const searchJson = definePage({
  path: '/desk/search.json',
  may: STAFF_ROLES,
  shell: 'staff',
  async get(request) {
    const words = (request.query['q'] ?? '').trim().slice(0, 200);
    const found =
      words.length < 2 ? [] : [...(await cases(request, words)), ...(await services(request, words))];
    return {
      kind: 'download',
      name: 'search.json',
      type: 'application/json; charset=utf-8',
      inline: true,
      bytes: Buffer.from(JSON.stringify(found)),
    };
  },
});

async function cases(request: PageRequest, words: string): Promise<readonly Found[]> {
  if (!hasRole(request.actor, 'administrator', 'specialist', 'head', 'auditor')) return [];
  const { applications } = await request.ask(listApplications, { words, limit: SHOWN });
  return applications.map(({ id, number, service, applicant, applicantCode }) => ({
    label: [number, applicant, applicantCode].filter((text) => text !== null).join(' · '),
    path: `/desk/applications/${id}`,
    note: service,
  }));
}

async function services(request: PageRequest, words: string): Promise<readonly Found[]> {
  const { found } = await request.ask(findServices, { words, limit: SHOWN });
  const toDesk = hasRole(request.actor, 'administrator');
  return found.map(({ code, name }) => ({
    label: name,
    path: toDesk ? `/desk/window?service=${code}` : `/services/${code}`,
    note: code,
  }));
}
