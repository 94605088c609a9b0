import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMetadata } from './strip-metadata.ts';

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

/** The orientation and a place, as phones write them. */
function exif(orientation: number, isLittle = true): Buffer {
  const tiff = Buffer.alloc(64);
  const u16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(orientation, 18);
  u16(0x8825, 22);
  u16(4, 24);
  u32(1, 26);
  u32(38, 30);
  tiff.write('51.5N 0.1W', 40, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'));
const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0 colours', 'latin1'));
const tables = segment(0xdb, Buffer.alloc(65, 7));
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from('pixels \xff\xe1 51.5N', 'latin1'),
  Buffer.from([0xff, 0xd9]),
]);
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, scan]);

describe('JPEG', () => {
  test('IDN-107 place, XMP, Photoshop and comments go; colours and every pixel stay', () => {
    const stripped = withoutMetadata(
      jpeg(
        jfif,
        segment(0xe1, exif(1)),
        segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="51,30N">')),
        segment(0xed, Buffer.from('Photoshop 3.0\0 London')),
        segment(0xfe, Buffer.from('taken at home')),
        colours,
        tables,
      ),
    );
    expect(stripped).toEqual(jpeg(jfif, colours, tables));
  });

  test.each([true, false])(
    'IDN-107 a picture taken on its side still stands upright (little endian: %s)',
    (isLittle) => {
      const stripped = withoutMetadata(jpeg(jfif, segment(0xe1, exif(6, isLittle)), tables))!;
      const text = stripped.toString('latin1');
      expect(text.slice(0, text.indexOf('pixels'))).not.toContain('51.5N');
      expect(text).toContain('Exif');
      expect(withoutMetadata(stripped)).toBeNull();
    },
  );

  test('without metadata nothing changes', () => {
    expect(withoutMetadata(jpeg(jfif, tables))).toBeNull();
  });
});

describe('PNG', () => {
  const chunk = (type: string, data: string) => {
    const content = Buffer.from(data, 'latin1');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    return Buffer.concat([size, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const png = (...chunks: Buffer[]) => Buffer.concat([signature, ...chunks]);

  test('IDN-107 EXIF, texts and time go; header, palette and pixels stay', () => {
    const kept = [
      chunk('IHDR', 'size'),
      chunk('PLTE', 'colours'),
      chunk('IDAT', 'pixels'),
      chunk('IEND', ''),
    ];
    const removed = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].map((type) => chunk(type, '51.5N'));
    expect(withoutMetadata(png(kept[0]!, ...removed, ...kept.slice(1)))).toEqual(png(...kept));
    expect(withoutMetadata(png(...kept))).toBeNull();
  });
});

test('IDN-107 whatever else is uploaded stays as it is, also what only looks like a picture', () => {
  expect(withoutMetadata(Buffer.from('%PDF-1.7'))).toBeNull();
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom([0xff, 0xd8, 0xff, 0xe1], [0x89, 0x50, 0x4e, 0x47]),
      (rest, start) => {
        withoutMetadata(Buffer.concat([Buffer.from(start), Buffer.from(rest)]));
      },
    ),
  );
});
