import { crc32, deflateSync } from 'node:zlib';

const escaped = (line: string) => line.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, '-');

/** One page of words, and as much more as a scan or a picture would weigh. */
export function onePagePdf(title: string, lines: readonly string[], extraBytes: number): Buffer {
  const text = [`BT /F1 18 Tf 60 770 Td (${escaped(title)}) Tj /F1 12 Tf`]
    .concat(
      lines.map((line) => `0 -26 Td (${escaped(line)}) Tj`),
      'ET',
    )
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${extraBytes} >>\nstream\n${' '.repeat(extraBytes)}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 7\n0000000000 65535 f \n${table}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}

const width = 480;
const height = 300;
const paper = [250, 248, 240] as const;
const board = [31, 96, 76] as const;

/** Bars on paper, drawn point by point. */
export function barPicture(bars: readonly number[]): Buffer {
  const most = Math.max(...bars, 1);
  const slot = (width - 40) / bars.length;
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) {
      const at = Math.floor((x - 20) / slot);
      const isBar =
        x >= 20 &&
        (x - 20) % slot < slot * 0.7 &&
        y < height - 20 &&
        y > height - 20 - ((bars[at] ?? 0) / most) * (height - 50);
      row.set(isBar ? board : paper, 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.concat(rows))),
    part('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]);
}

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
