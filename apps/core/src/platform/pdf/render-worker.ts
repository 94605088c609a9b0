import { parentPort } from 'node:worker_threads';
import type { PrintDocument } from './print-document.ts';
import { renderPdf } from './render-pdf.ts';

/** Pictures arrive as plain bytes: a Buffer does not survive the way between threads. */
parentPort?.on('message', ({ number, document }: { number: number; document: PrintDocument }) => {
  try {
    const pictures = Object.entries(document.images ?? {});
    const images = Object.fromEntries(pictures.map(([path, bytes]) => [path, Buffer.from(bytes)]));
    parentPort?.postMessage({ number, pdf: renderPdf({ ...document, images }) });
  } catch (error) {
    parentPort?.postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
  }
});
