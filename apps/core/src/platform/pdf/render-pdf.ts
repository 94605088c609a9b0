import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { convertMath } from './convert-math.ts';
import { levelHeadings } from './level-headings.ts';
import { withoutMissing } from './picture-paths.ts';
import type { PrintDocument } from './print-document.ts';

const require = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  '@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

/** Nothing is there: the document and its pictures are given from memory, and no other file can be read. */
const workspace = '/homeroom-print';

let compiler: NodeCompiler | undefined;

/** Made once: reading the fonts takes longer than most documents (a first one of 30 lessons about 130 ms). */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler;
  const fontBlobs = fontFiles.map((file) => readFileSync(require.resolve(file)));
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  compiler.addSource(
    `${workspace}/document.typ`,
    readFileSync(new URL('./document.typ', import.meta.url), 'utf8'),
  );
  return compiler;
}

/** A tagged PDF that meets PDF/UA-1, so that a screen reader finds headings, tables and formulas (PLN-167). */
export function renderPdf(document: PrintDocument): Buffer {
  const { images = {} } = document;
  if (Object.keys(images).length === 0) return renderWith(document, {});
  try {
    return renderWith(document, images);
  } catch {
    // A picture that cannot be read must not cost the document.
    return renderWith(document, {});
  }
}

function renderWith(document: PrintDocument, images: Record<string, Buffer>): Buffer {
  const { images: _, ...rest } = document;
  const blocks = withoutMissing(levelHeadings(rest.blocks), (path) => Object.hasOwn(images, path));
  const content = { ...rest, blocks };
  const typst = theCompiler();
  typst.mapShadow(`${workspace}/document.json`, Buffer.from(JSON.stringify(prepared(content))));
  for (const [path, bytes] of Object.entries(images)) typst.mapShadow(`${workspace}${path}`, bytes);
  try {
    return compile(typst);
  } finally {
    for (const path of Object.keys(images)) typst.unmapShadow(`${workspace}${path}`);
    // What two documents in a row did not use again is given back, or memory grows with each export.
    typst.evictCache(2);
  }
}

/** A sign that no font here has forbids the strict standard; the document is then tagged all the same. */
function compile(typst: NodeCompiler): Buffer {
  const source = { mainFilePath: `${workspace}/document.typ`, resetRead: true };
  try {
    return typst.pdf(source, { pdfStandard: 'ua-1' });
  } catch {
    try {
      return typst.pdf(source);
    } catch (error) {
      const reasons = (error as { shortDiagnostics?: unknown }).shortDiagnostics ?? error;
      throw new Error(`The document could not be set: ${JSON.stringify(reasons).slice(0, 800)}`);
    }
  }
}

/** Adds the converted notation to each formula, wherever it stands, and leaves out what is no sign at all. */
function prepared(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/[\p{Cc}\p{Cs}\p{Co}\uFFFE\uFFFF]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '',
    );
  if (Array.isArray(value)) return value.map(prepared);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, prepared(part)]));
  if (copy.kind !== 'math' || typeof copy.text !== 'string') return copy;
  const typst_math = convertMath(copy.text);
  return typst_math === undefined ? copy : { ...copy, typst_math };
}
