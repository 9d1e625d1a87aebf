import { createHash } from 'node:crypto';

/**
 * An identifier for what has none of its own: the same text of the same place gives the same UUID, in every answer and on every server.
 * Its form is that of version 8 (RFC 9562, section 5.8): made by a rule of our own.
 */
export function feedIds(place: string): (text: string) => string {
  return (text) => {
    const bytes = createHash('sha256').update(`${place}\n${text}`).digest().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20)
    ].join('-');
  };
}
