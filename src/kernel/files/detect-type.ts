import { fileTypeFromBuffer } from 'file-type';

/** What may be attached, by what the bytes are; the name only chooses among names of one content. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  p7s: 'application/pkcs7-signature',
  asice: 'application/vnd.etsi.asic-e+zip',
} as const;

export type FileKind = keyof typeof FILE_TYPES;

/** Recognises a file by its first bytes; `undefined` = not of the kinds the city hall takes. */
export async function detectType(bytes: Buffer): Promise<FileKind | undefined> {
  // These two are not in file-type.
  if (isSignedData(bytes)) return 'p7s';
  if (zipMimetype(bytes) === FILE_TYPES.asice) return 'asice';
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return isKind(found?.ext) ? found.ext : undefined;
}

function isKind(ext: string | undefined): ext is FileKind {
  return ext !== undefined && Object.hasOwn(FILE_TYPES, ext);
}

/** DER of `ContentInfo { contentType signedData, … }` (RFC 5652): SEQUENCE, length, OID 1.2.840.113549.1.7.2. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');

function isSignedData(bytes: Buffer): boolean {
  const place = bytes.subarray(0, 24).indexOf(SIGNED_DATA);
  return bytes[0] === 0x30 && place >= 2 && place <= 6;
}

/** Containers say their type in a first, uncompressed entry named `mimetype`. */
function zipMimetype(bytes: Buffer): string | undefined {
  if (bytes.length < 38 || bytes.readUInt32LE(0) !== 0x04034b50) return undefined;
  const [method, size, nameLength, extraLength] = [8, 18, 26, 28].map((at) =>
    at === 18 ? bytes.readUInt32LE(at) : bytes.readUInt16LE(at),
  );
  if (method !== 0 || size === undefined || nameLength !== 8 || extraLength === undefined) return undefined;
  if (bytes.toString('latin1', 30, 38) !== 'mimetype') return undefined;
  const start = 38 + extraLength;
  return bytes.toString('latin1', start, start + Math.min(size, 100)).trim();
}
