import { definePage } from '../../../kernel/page/define-page.ts';
import { certificatePdf } from '../certificate-pdf.ts';
import { REGISTER_ROLES } from '../own-desk.ts';
import { getCertificate } from '../queries/get-certificate.ts';

/** The certificate to print, the same each time. */
export const certificatePage = definePage({
  path: '/desk/residents/certificates/:id',
  may: REGISTER_ROLES,
  shell: 'staff',
  get: async (request) => {
    const certificate = await request.ask(getCertificate, { certificateId: request.params['id'] ?? '' });
    return {
      kind: 'download',
      name: `vytiah-${certificate.number.replace('/', '-')}.pdf`,
      type: 'application/pdf',
      bytes: await certificatePdf(certificate, request.origin),
      inline: true,
    };
  },
});
