import { notFound } from '../../../kernel/actions/refusal.ts';
import { definePage } from '../../../kernel/page/define-page.ts';
import { writeDefinitions } from '../definition-file.ts';
import { exportServicesQuery } from '../queries/export-services.ts';

/** The whole definition of one service, for another city or for tomorrow. */
export const definitionDownload = definePage({
  path: '/desk/catalogue/:code/definition.json',
  may: ['head', 'it'],
  shell: 'staff',
  get: async (request) => {
    const code = request.params['code']?.slice(0, 20) ?? '';
    const { services } = await request.ask(exportServicesQuery, { code });
    if (services.length === 0) throw notFound('service-catalogue:refusals.noSuchService', { code });
    return {
      kind: 'download',
      name: `${request.t('service-catalogue:desk.definitionFile')}-${code}.json`,
      type: 'application/json',
      bytes: writeDefinitions(services),
    };
  },
});
