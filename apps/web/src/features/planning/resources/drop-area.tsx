'use client';
import { UploadCloud } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

interface Props {
  /** What letting go does, such as "Drop to add to Maps". */
  hint: string;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Files from outside may be let go anywhere over the list, or pasted into it. */
export function DropArea({ hint, onFiles, children }: Props) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (!carriesFiles(event)) return;
    depth.current += step;
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button beside it does the same for everybody
    <div
      className="relative min-w-0"
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      onPaste={({ clipboardData }) => {
        if (clipboardData.files.length > 0) onFiles([...clipboardData.files]);
      }}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute -inset-2 z-bar flex items-start justify-center rounded-card border-2 border-dashed border-board bg-board-tint/90 pt-24">
          <p className="flex items-center gap-2.5 rounded-control bg-raised px-4 py-2.5 font-medium shadow-float">
            <UploadCloud aria-hidden className="text-board" />
            {hint}
          </p>
        </div>
      )}
    </div>
  );
}
