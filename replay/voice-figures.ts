import { z } from 'zod';
import type { Api } from './api.ts';
import type { VoiceFile } from './voice-file.ts';

/** Which figure tells each block of the file. */
const VOICE_FIGURES = [
  { block: 'questions', figure: 'appeals.questions' },
  { block: 'calls', figure: 'hotline.calls' },
  { block: 'requests', figure: 'information-requests.received' },
  { block: 'reception', figure: 'reception.questions' },
] as const;

export function voiceFiguresOf(file: VoiceFile, without: ReadonlySet<keyof VoiceFile>): readonly string[] {
  return VOICE_FIGURES.filter(({ block }) => file[block] !== undefined && !without.has(block)).map(
    ({ figure }) => figure,
  );
}

/** Blocks of the file whose system this server does not have. */
export async function missingBlocks(api: Api, file: VoiceFile): Promise<ReadonlySet<keyof VoiceFile>> {
  const figures = await api.get('/api/figures', z.array(z.object({ id: z.string() })));
  const known = new Set(figures.map(({ id }) => id));
  const blocks = VOICE_FIGURES.filter(({ block, figure }) => file[block] !== undefined && !known.has(figure));
  return new Set(blocks.map(({ block }) => block));
}
