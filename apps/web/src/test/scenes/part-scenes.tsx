import { Dialog } from '@k12/ui/dialog';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { loaded, loadedQuietly, nothingYet } from '@/lib/loaded-part.tsx';

declare global {
  interface Window {
    /** How many loads are still refused, and how many were asked for. */
    chunks?: { fail: number; asked: number };
  }
}

/** A load that the test can refuse, as a network that is lost does. */
function chunk<T>(part: T): () => Promise<T> {
  return async () => {
    const chunks = window.chunks ?? { fail: 0, asked: 0 };
    chunks.asked += 1;
    if (chunks.fail-- > 0) throw new Error('Failed to load chunk');
    return part;
  };
}

const Table = dynamic(loaded(chunk(() => <p>The table</p>)), { loading: nothingYet });
const Extra = dynamic(loadedQuietly(chunk(() => <p>The extra</p>)), { loading: nothingYet });
const Form = dynamic(
  loaded(
    chunk(({ onClose }: { onClose: () => void }) => (
      <Dialog open title="The form" onOpenChange={(open) => !open && onClose()}>
        Fields
      </Dialog>
    )),
  ),
  { loading: nothingYet },
);

/** A page with something typed in it, and parts of each sort that come later. */
export function PartsScene() {
  const [shown, setShown] = useState('');
  return (
    <main>
      <h1>Parts</h1>
      <input aria-label="Note" />
      {['table', 'extra', 'form'].map((part) => (
        <button key={part} type="button" onClick={() => setShown(part)}>
          Show the {part}
        </button>
      ))}
      {shown === 'table' && <Table />}
      {shown === 'extra' && <Extra />}
      {shown === 'form' && <Form onClose={() => setShown('')} />}
    </main>
  );
}
