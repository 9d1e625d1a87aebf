import { err, ok, type Result } from '#core/result';
import { inflateRawSync } from 'node:zlib';

/** One file inside a ZIP archive, not yet inflated. */
type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
};

export type ZipProblem = { readonly kind: 'damaged-file' } | { readonly kind: 'swelling-file' };

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const longestComment = 65_557; // bytes, the closing record and its comment
const mostEntries = 500;

function readEntries(archive: Buffer): ZipEntry[] | null {
  const from = Math.max(0, archive.length - longestComment);
  let end = -1;
  for (let at = archive.length - 22; at >= from && end === -1; at -= 1) {
    if (archive.readUInt32LE(at) === endOfDirectory) end = at;
  }
  if (end === -1) return null;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (count > mostEntries) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== directoryEntry) return null;
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    if (local + 30 > archive.length || archive.readUInt32LE(local) !== localEntry) return null;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      packed: archive.subarray(start, start + archive.readUInt32LE(at + 20))
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * The files of a ZIP archive by name, inflated, at most `mostBytes` of them together.
 * The sizes that the archive itself states are not believed: a bomb is stopped while it is being inflated.
 * Refuses: what is not a whole archive; an archive whose content is larger than `mostBytes`, or of more than 500 files.
 */
export function unzipSafely(
  archive: Buffer,
  mostBytes: number
): Result<ReadonlyMap<string, Buffer>, ZipProblem> {
  const entries = archive.length < 22 ? null : readEntries(archive);
  if (entries === null) return err({ kind: 'damaged-file' });
  const files = new Map<string, Buffer>();
  let left = mostBytes;
  for (const { name, method, packed } of entries) {
    if (method !== 0 && method !== 8) return err({ kind: 'damaged-file' });
    if (method === 0 && packed.length > left) return err({ kind: 'swelling-file' });
    let content: Buffer;
    try {
      content =
        method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
    } catch (fault) {
      const isTooLarge = fault instanceof RangeError;
      return err({ kind: isTooLarge ? 'swelling-file' : 'damaged-file' });
    }
    left -= content.length;
    if (left < 0) return err({ kind: 'swelling-file' });
    files.set(name, content);
  }
  return ok(files);
}
