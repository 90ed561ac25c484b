import { hasRole, STAFF_ROLES } from '../../../kernel/actions/actor.ts';
import { definePage, type PageRequest } from '../../../kernel/page/define-page.ts';
import { findCases } from '../../desk/index.ts';
import { findServices } from '../queries/find-services.ts';

const SHOWN = 8;

interface Found {
  readonly label: string;
  readonly path: string;
  readonly note?: string;
}

/** What the palette (Ctrl K) finds: cases of every kind by number, person and words, then services. Each look is journalled. */
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
  const { cases: found } = await request.ask(findCases, { words, limit: SHOWN });
  return found.map(({ number, person, title, path, kindTitle }) => ({
    label: [number, person, title].filter((text) => text !== null && text !== '').join(' · '),
    path,
    note: kindTitle[request.locale],
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
