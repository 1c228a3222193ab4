// A zip archive without compression, enough for a Word file in a test.

import { crc32 } from 'node:zlib';

/** The archive of named texts, as a Buffer. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const label = Buffer.from(name);
    const data = Buffer.from(text);
    const common = fields([[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc32(data)], [4, data.length], [4, data.length], [2, label.length], [2, 0]]);
    const local = Buffer.concat([fields([[4, 0x04034b50]]), common, label, data]);
    directory.push(fields([[4, 0x02014b50], [2, 20]]), common, fields([[2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), label);
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = fields([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, index.length], [4, offset], [2, 0]]);
  return Buffer.concat([...parts, index, end]);
}

/** Little-endian numbers of two or four bytes. */
function fields(list) {
  return Buffer.concat(list.map(([size, value]) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  }));
}
