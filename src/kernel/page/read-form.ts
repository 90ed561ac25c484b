import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../actions/refusal.ts';
import { tooLarge } from '../files/store-photo.ts';
import type { UploadedFile } from './define-page.ts';

export interface PostedForm {
  readonly values: Record<string, string | string[]>;
  readonly files: readonly UploadedFile[];
  /** A file was too much: what was typed came all the same, so the form can be shown again with it. */
  readonly refusal: Refusal | undefined;
}

/** All files of one form together: what lies in memory while it is read. */
const FORM_BYTES = 100 * 1024 * 1024;

/** Reads a posted form, urlencoded or multipart; a name that comes twice gives a list. */
export async function readForm(request: FastifyRequest): Promise<PostedForm> {
  const values: Record<string, string | string[]> = {};
  if (request.isMultipart()) return { values, ...(await readParts(request, values)) };
  if (typeof request.body === 'object' && request.body !== null) {
    for (const [name, value] of Object.entries(request.body)) {
      for (const one of Array.isArray(value) ? value : [value]) add(values, name, String(one));
    }
  }
  return { values, files: [], refusal: undefined };
}

async function readParts(
  request: FastifyRequest,
  values: PostedForm['values'],
): Promise<Pick<PostedForm, 'files' | 'refusal'>> {
  const files: UploadedFile[] = [];
  let refusal: Refusal | undefined;
  let kept = 0;
  try {
    for await (const part of request.parts()) {
      if (!isFile(part)) {
        add(values, part.fieldname, String(part.value));
        continue;
      }
      const bytes = await readFile(part, kept);
      if (bytes === undefined) refusal ??= tooLarge(part.filename);
      else if (bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes });
      kept += bytes?.length ?? 0;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'FST_FILES_LIMIT')) throw error;
    refusal ??= new Refusal('files:refusals.tooManyFiles', {}, 413);
  }
  return { files, refusal };
}

function isFile(part: Multipart): part is MultipartFile {
  return part.type === 'file';
}

/** Undefined where it is too large: then it is read to its end and let go, so that the fields behind it come too. */
async function readFile(part: MultipartFile, kept: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (kept + length <= FORM_BYTES) chunks.push(chunk);
  }
  return part.file.truncated || kept + length > FORM_BYTES ? undefined : Buffer.concat(chunks);
}

function add(values: PostedForm['values'], name: string, value: string): void {
  const present = values[name];
  if (present === undefined) values[name] = value;
  else values[name] = Array.isArray(present) ? [...present, value] : [present, value];
}
