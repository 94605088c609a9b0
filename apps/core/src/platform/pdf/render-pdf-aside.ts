import { Worker } from 'node:worker_threads';
import type { PrintDocument } from './print-document.ts';

type Answer = { number: number; pdf: Uint8Array } | { number: number; fault: string };

interface Waiting {
  done: (pdf: Buffer) => void;
  failed: (reason: Error) => void;
}

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/** For requests: setting a document holds up whoever does it, so a thread of its own does. */
export function renderPdfAside(document: PrintDocument): Promise<Buffer> {
  count += 1;
  const number = count;
  const answer = new Promise<Buffer>((done, failed) => waiting.set(number, { done, failed }));
  theWorker().postMessage({ number, document });
  return answer;
}

/** Made at the first document, because it loads fonts; it does not keep the process from ending. */
function theWorker(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./render-worker.ts', import.meta.url));
  made.unref();
  made.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('pdf' in answer) asked?.done(Buffer.from(answer.pdf));
    else asked?.failed(new Error(answer.fault));
  });
  made.on('error', (error) => {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(error as Error);
    waiting.clear();
  });
  worker = made;
  return made;
}
