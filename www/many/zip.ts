// The files of a ZIP, read out of it one at a time: the directory says where each lies, and only that piece of the
// archive is taken off the disk. What they unpack to is bounded and held against its checksum.

import { Inflate } from 'fflate';

import type { UnitFile } from '../area/files';

/** As the engine has them for one part of an archive: src/read/limits.rs. */
const UNPACKED_BYTES = 64 * 1024 * 1024;
const RATIO = 300;
const RATIO_FREE_BYTES = 4 * 1024 * 1024;
/** Bytes of a directory that are looked at: tens of thousands of long names. */
const DIRECTORY_BYTES = 16 * 1024 * 1024;
/** The last record of an archive, with a comment of any length behind it. */
const END = { bytes: 22, comment: 65_535, sign: 0x06054b50 };
const CENTRAL = { bytes: 46, sign: 0x02014b50 };
const LOCAL = { bytes: 30, sign: 0x04034b50 };
/** What is fed to the inflater at once: it makes at most a thousand times as much of it. */
const STEP = 16 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** Why a file of an archive cannot be had. */
export class ZipTrouble extends Error {
  constructor(readonly kind: 'damaged' | 'locked' | 'too-large') {
    super(kind);
  }
}

interface Entry {
  name: string;
  locked: boolean;
  method: number;
  checksum: number;
  packed: number;
  size: number;
  at: number;
}

/** The files of an archive, folders left out; fails with a `ZipTrouble` where it has no directory that can be read. */
export async function filesOf(archive: Blob, path: string): Promise<UnitFile[]> {
  const entries = await directory(archive);
  return entries.filter(({ name }) => !name.endsWith('/')).map((entry) => ({
    path: `${path}/${entry.name}`,
    open: async () => new Blob([await unpack(archive, entry)]),
  }));
}

async function directory(archive: Blob): Promise<Entry[]> {
  const tail = await view(archive, Math.max(0, archive.size - END.bytes - END.comment), archive.size);
  let at = tail.byteLength - END.bytes;
  while (at >= 0 && tail.getUint32(at, true) !== END.sign) at--;
  if (at < 0) throw new ZipTrouble('damaged');
  const [count, size, start] = [tail.getUint16(at + 10, true), tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
  if (size > DIRECTORY_BYTES) throw new ZipTrouble('too-large');
  return entriesOf(await view(archive, start, start + size), count);
}

function entriesOf(data: DataView, count: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + CENTRAL.bytes <= data.byteLength && data.getUint32(at, true) === CENTRAL.sign;) {
    const flags = data.getUint16(at + 8, true);
    const [name, extra, comment] = [28, 30, 32].map((field) => data.getUint16(at + field, true)) as [number, number, number];
    const label = new Uint8Array(data.buffer, data.byteOffset + at + CENTRAL.bytes, Math.max(0, Math.min(name, data.byteLength - at - CENTRAL.bytes)));
    entries.push({
      name: nameOf(label),
      locked: (flags & 1) !== 0,
      method: data.getUint16(at + 10, true),
      checksum: data.getUint32(at + 16, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      at: data.getUint32(at + 42, true),
    });
    at += CENTRAL.bytes + name + extra + comment;
  }
  // A directory that ends early would hide reports without a word.
  if (entries.length !== count) throw new ZipTrouble('damaged');
  return entries;
}

/** Names are UTF-8 whether or not the archive says so, else in the charset of Chinese Windows; separators of either kind. */
function nameOf(label: Uint8Array): string {
  const decode = (charset: string, fatal: boolean): string => new TextDecoder(charset, { fatal }).decode(label);
  let name: string;
  try {
    name = decode('utf-8', true);
  } catch {
    name = decode('gb18030', false);
  }
  return name.replace(/\\/g, '/');
}

async function unpack(archive: Blob, entry: Entry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.locked) throw new ZipTrouble('locked');
  if (entry.packed > UNPACKED_BYTES || entry.size > UNPACKED_BYTES) throw new ZipTrouble('too-large');
  const head = await view(archive, entry.at, entry.at + LOCAL.bytes);
  if (head.byteLength < LOCAL.bytes || head.getUint32(0, true) !== LOCAL.sign) throw new ZipTrouble('damaged');
  const start = entry.at + LOCAL.bytes + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = new Uint8Array(await archive.slice(start, start + entry.packed).arrayBuffer());
  const bytes: Uint8Array<ArrayBuffer> | null = entry.method === STORED ? packed : entry.method === DEFLATED ? inflated(packed, entry.size) : null;
  if (!bytes || bytes.length !== entry.size || checksum(bytes) !== entry.checksum) throw new ZipTrouble('damaged');
  return bytes;
}

/** Piece by piece, so that what claims to be small cannot become large. */
function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  if (size > RATIO_FREE_BYTES && size > packed.length * RATIO) throw new ZipTrouble('too-large');
  const bytes = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((piece) => {
    if (length + piece.length > size) throw new ZipTrouble('damaged');
    bytes.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof ZipTrouble ? error : new ZipTrouble('damaged');
  }
  if (length < size) throw new ZipTrouble('damaged');
  return bytes;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = (byte >>> 1) ^ (byte & 1 ? 0xedb88320 : 0);
  return byte;
});

function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ CHECKSUMS[(crc ^ byte) & 255]!;
  return ~crc >>> 0;
}

/** A piece of a file; a range beyond its end is shorter. */
async function view(file: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}
