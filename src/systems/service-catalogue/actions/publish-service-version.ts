import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { Refusal } from '../../../kernel/actions/refusal.ts';
import { serviceDraftSchema } from '../service-draft.ts';
import { writeDrafts } from './write-drafts.ts';

/** Closes the former version on the day the next begins; a code that is not known yet becomes a new service. */
export const publishServiceVersion = defineAction({
  name: 'service-catalogue.publish-service-version',
  title: { uk: 'Опублікувати нову редакцію послуги', en: 'Publish a new version of a service' },
  /** `confirmed`: the warnings of its contradictions were read and are meant. */
  input: serviceDraftSchema.extend({ confirmed: z.boolean().default(false) }),
  output: z.object({ code: z.string(), versionId: z.uuid(), closedVersionId: z.uuid().nullable() }),
  may: ['head', 'it'],
  async run(deed, { confirmed, ...draft }) {
    const { written } = await writeDrafts(deed, [draft], { dryRun: false, confirmed });
    const [version] = written;
    if (version === undefined)
      throw new Refusal('service-catalogue:refusals.nothingChanged', { code: draft.code }, 422);
    return version;
  },
});
