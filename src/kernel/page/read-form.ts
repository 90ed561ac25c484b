import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from './define-page.ts';

export interface PostedForm {
  readonly values: Record<string, string | readonly string[]>;
  readonly files: readonly UploadedFile[];
}

/** Reads a posted form, urlencoded or multipart; a name that comes twice gives a list. */
export async function readForm(request: FastifyRequest): Promise<PostedForm> {
  const values: Record<string, string | string[]> = {};
  const files: UploadedFile[] = [];
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') add(values, part.fieldname, String(part.value));
      else {
        const bytes = await part.toBuffer();
        if (bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes });
      }
    }
  } else if (typeof request.body === 'object' && request.body !== null) {
    for (const [name, value] of Object.entries(request.body)) {
      for (const one of Array.isArray(value) ? value : [value]) add(values, name, String(one));
    }
  }
  return { values, files };
}

function add(values: Record<string, string | string[]>, name: string, value: string): void {
  const present = values[name];
  if (present === undefined) values[name] = value;
  else values[name] = Array.isArray(present) ? [...present, value] : [present, value];
}
