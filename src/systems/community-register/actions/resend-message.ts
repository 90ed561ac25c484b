import { sql } from 'kysely';
import { z } from 'zod';
import { defineAction } from '../../../kernel/actions/define.ts';
import { notFound } from '../../../kernel/actions/refusal.ts';
import { REGISTER_ROLES, requireOwnDesk } from '../own-desk.ts';

export const resendMessage = defineAction({
  name: 'community-register.resend-message',
  title: { uk: 'Надіслати повідомлення ще раз', en: 'Send a message again' },
  may: REGISTER_ROLES,
  input: z.object({ messageId: z.uuid('community-register:refusals.noSuchMessage') }),
  output: z.object({ messageId: z.uuid() }),
  async run(deed, { messageId }) {
    await requireOwnDesk(deed.tx, deed.actor);
    const { rows } = await sql<{ resident_id: string }>`
      update community_register.messages set state = 'waiting', answered_at = null, answer = null
       where id = ${messageId} and state in ('refused', 'sent') returning resident_id`.execute(deed.tx);
    const [message] = rows;
    if (message === undefined) throw notFound('community-register:refusals.noSuchMessage');
    deed.about({ kind: 'resident', id: message.resident_id });
    return { messageId };
  },
});
