import { err, ok, type Result } from '#core/result';
import { crc32, inflateRawSync } from 'node:zlib';

/** One file inside an archive. */
export type ZipEntry = { readonly path: string; readonly bytes: Buffer };

export type ZipProblem =
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'broken-zip' }
  | { readonly kind: 'too-much-inside' };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endLength = 22; // bytes, without its comment
const longestComment = 65_535;
const encrypted = 1;
const stored = 0;
const deflated = 8;

type Listed = {
  path: string;
  flags: number;
  method: number;
  packedSize: number;
  size: number;
  offset: number;
};

/**
 * Unpacks the wanted files of a ZIP archive. Sizes are read before anything is unpacked, and unpacking stops at the size that was
 * promised, so that an archive which lies about itself gains nothing.
 *
 * Units: `most.bytes` are bytes of all wanted files together, unpacked.
 * Refuses: what is no archive or is damaged, archives of more than 4 GB, encrypted files, and more than `most` allows.
 */
export function unzip(
  archive: Buffer,
  wanted: (path: string) => boolean,
  most: { readonly bytes: number; readonly entries: number }
): Result<ZipEntry[], ZipProblem> {
  const listed = listEntries(archive, most.entries);
  if (!listed.ok) return listed;
  const chosen = listed.value.filter((entry) => wanted(entry.path));
  if (chosen.reduce((sum, entry) => sum + entry.size, 0) > most.bytes) {
    return err({ kind: 'too-much-inside' });
  }
  const entries: ZipEntry[] = [];
  for (const entry of chosen) {
    const bytes = unpack(archive, entry);
    if (!bytes.ok) return bytes;
    entries.push({ path: entry.path, bytes: bytes.value });
  }
  return ok(entries);
}

function listEntries(archive: Buffer, mostEntries: number): Result<Listed[], ZipProblem> {
  if (archive.length < endLength || archive.readUInt32LE(0) !== fileSignature) {
    return err({ kind: 'not-a-zip' });
  }
  const end = findEnd(archive);
  if (end === null) return err({ kind: 'broken-zip' });
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) return err({ kind: 'too-much-inside' });
  const entries: Listed[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entrySignature) {
      return err({ kind: 'broken-zip' });
    }
    const nameLength = archive.readUInt16LE(at + 28);
    const rest = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    entries.push({
      path: archive.toString('utf8', at + 46, at + 46 + nameLength),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packedSize: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42)
    });
    at += 46 + nameLength + rest;
  }
  return ok(entries);
}

/** Where the record at the end of an archive begins; a comment may follow it. */
function findEnd(archive: Buffer): number | null {
  const last = archive.length - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

function unpack(archive: Buffer, entry: Listed): Result<Buffer, ZipProblem> {
  const broken = err({ kind: 'broken-zip' } as const);
  const { offset, packedSize, size } = entry;
  if ((entry.flags & encrypted) !== 0 || offset + 30 > archive.length) return broken;
  if (archive.readUInt32LE(offset) !== fileSignature) return broken;
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packedSize > archive.length) return broken;
  const packed = archive.subarray(start, start + packedSize);
  if (entry.method === stored) return packed.length === size ? ok(packed) : broken;
  if (entry.method !== deflated) return broken;
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    return bytes.length === size ? ok(bytes) : broken;
  } catch (fault) {
    // A range error: there is more in it than it promised.
    return fault instanceof RangeError ? err({ kind: 'too-much-inside' }) : broken;
  }
}

/** Packs files as an archive without compressing them: what is handed on is then exactly what was looked at. */
export function zipStored(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = Buffer.from(path, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // version needed
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(fileSignature);
    files.push(signature, facts, name, bytes);

    const head = Buffer.alloc(46);
    head.writeUInt32LE(entrySignature, 0);
    head.writeUInt16LE(20, 4);
    facts.copy(head, 6);
    head.writeUInt32LE(offset, 42);
    directory.push(head, name);
    offset += 30 + name.length + bytes.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(endLength);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}
