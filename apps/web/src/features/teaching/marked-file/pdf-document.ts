import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';

// A file of our own origin with a hash in its name: nothing is loaded from elsewhere (IDN-108).
GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();

/** Reads a document; what is in it may draw, and nothing else: no scripts, no forms, no links are run. */
export async function readPdf(url: string): Promise<PDFDocumentProxy> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`The file answered ${reply.status}`);
  const data = new Uint8Array(await reply.arrayBuffer());
  return getDocument({ data, useWasm: false, enableXfa: false, stopAtErrors: false }).promise;
}
