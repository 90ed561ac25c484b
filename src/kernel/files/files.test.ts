import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { type Actor, RESIDENT } from '../actions/actor.ts';
import type { CityDatabase } from '../database/open-database.ts';
import { createTestDatabase } from '../testing/test-database.ts';
import { detectType, FILE_TYPES } from './detect-type.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import {
  attachFile,
  FILE_LIMIT_MB,
  findFilesOfCase,
  mayOpenFile,
  openFile,
  safeName,
  saveFile,
} from './files.ts';
import { pathOf } from './store-bytes.ts';

const now = new Date('2026-03-02T09:00:00Z');
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);
const clerk = (unitId: string | null = null): Actor => ({
  ...RESIDENT,
  kind: 'staff',
  staffId: uuid(),
  roles: ['specialist'],
  unitId,
});

let city: CityDatabase;
let folder: string;
beforeAll(async () => {
  city = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const save = (name: string, bytes: Buffer, actor = clerk()) =>
  city.database
    .transaction()
    .execute((tx) => saveFile({ tx, actor, recordedAt: now }, folder, { name, bytes }));

const open = (id: string) => city.database.transaction().execute((tx) => openFile(tx, folder, id));

describe('a file', () => {
  it('comes back as it was given, and one content lies on the disk once', async () => {
    const first = await save('Рішення.PDF', pdf('ухвалено'));
    const second = await save('copy.pdf', pdf('ухвалено'));
    expect(first).toMatchObject({
      name: 'Рішення.pdf',
      type: 'application/pdf',
      size: pdf('ухвалено').length,
    });
    expect(pathOf(folder, first.sha256)).toBe(pathOf(folder, second.sha256));
    const { file, bytes } = await open(second.id);
    expect(await text(bytes)).toBe(pdf('ухвалено').toString());
    expect(file.stored_at).toEqual(now);
    const path = pathOf(folder, first.sha256);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  it('is refused with a sentence when it is empty, too large or of another kind than it says', async () => {
    await expect(save('a.pdf', Buffer.alloc(0))).rejects.toMatchObject({
      key: 'files:refusals.empty',
      status: 422,
    });
    await expect(save('a.pdf', Buffer.from('<script>alert(1)</script>'))).rejects.toMatchObject({
      key: 'files:refusals.unknownType',
      status: 415,
    });
    const large = Buffer.concat([pdf('x'), Buffer.alloc(FILE_LIMIT_MB * 1024 * 1024)]);
    await expect(save('a.pdf', large)).rejects.toMatchObject({ key: 'files:refusals.tooLarge', status: 413 });
  });

  it('mends half-written bytes, and tells when bytes are gone', async () => {
    const file = await save('a.pdf', pdf('one'));
    const path = pathOf(folder, file.sha256);
    writeFileSync(path, 'half');
    await save('a.pdf', pdf('one'));
    expect(readFileSync(path)).toEqual(pdf('one'));
    rmSync(path);
    await expect(open(file.id)).rejects.toMatchObject({ key: 'files:refusals.bytesMissing', status: 404 });
    await expect(open(uuid())).rejects.toMatchObject({ key: 'files:refusals.noSuchFile' });
  });

  it('is tied to a case by its uploader only, and once', async () => {
    const mine = clerk();
    const file = await save('a.pdf', pdf('mine'), mine);
    const caseId = uuid();
    const attach = (actor: Actor, to: string) =>
      city.database.transaction().execute((tx) => attachFile({ tx, actor }, file.id, to));
    await expect(attach(clerk(), caseId)).rejects.toMatchObject({ status: 404 });
    await attach(mine, caseId);
    await attach(mine, caseId);
    await expect(attach(mine, uuid())).rejects.toMatchObject({ status: 404 });
    const found = await city.database.transaction().execute((tx) => findFilesOfCase(tx, caseId));
    expect(found.map(({ id }) => id)).toEqual([file.id]);
  });

  it('opens to its uploader and to the front office, not to a stranger', async () => {
    const mine = clerk();
    const file = { ...(await save('a.pdf', pdf('whose'), mine)), case_id: uuid() };
    const may = (actor: Actor) => city.database.transaction().execute((tx) => mayOpenFile(tx, actor, file));
    expect(await may(mine)).toBe(true);
    expect(await may({ ...clerk(), roles: ['administrator'] })).toBe(true);
    expect(await may(clerk(uuid()))).toBe(false);
    expect(await may(RESIDENT)).toBe(false);
  });
});

describe('the kind of a file', () => {
  const stored = (name: string, content: string) => {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name), Buffer.from(content), Buffer.alloc(40)]);
  };

  it.each([
    ['pdf', pdf('x')],
    ['png', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex')],
    ['jpg', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
    ['heic', Buffer.from('000000186674797068656963000000006d69663168656963', 'hex')],
    ['p7s', Buffer.from('3082051206092a864886f70d010702a0820503', 'hex')],
    ['asice', stored('mimetype', 'application/vnd.etsi.asic-e+zip')],
    ['odt', stored('mimetype', 'application/vnd.oasis.opendocument.text')],
  ] as const)('%s is known by its bytes', async (kind, bytes) => {
    expect(await detectType(bytes)).toBe(kind);
  });

  it('xlsx is known by its bytes', async () => {
    const sheet = await writeExcelFile([[{ value: 'послуга' }]]).toBuffer();
    expect(await detectType(sheet)).toBe('xlsx');
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a bare archive', stored('evil.exe', 'x')],
    ['nothing known', Buffer.from([1, 2, 3])],
  ])('%s is not taken', async (_what, bytes) => {
    expect(await detectType(bytes)).toBeUndefined();
  });

  it('is found in any bytes without falling', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('', '504b0304', '3082', '25504446'),
        async (tail, head) => {
          const kind = await detectType(Buffer.concat([Buffer.from(head, 'hex'), tail]));
          expect(kind === undefined || Object.hasOwn(FILE_TYPES, kind)).toBe(true);
        },
      ),
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\звіт.docx', 'звіт.pdf'],
    ['договір\u202Efdp.exe', 'договір fdp.pdf'],
    ['.bashrc', 'bashrc.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
  ])('%j is kept as %j', (name, kept) => {
    expect(safeName(name, 'pdf')).toBe(kept);
  });

  it('never leaves its folder or its header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const kept = safeName(name, 'pdf');
        expect(kept).not.toMatch(/[\\/\r\n\0]/);
        expect(kept).toMatch(/[^.].*\.pdf$/s);
        expect(contentDisposition(kept)).toMatch(
          /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.~!%-]+$/,
        );
      }),
    );
  });
});
