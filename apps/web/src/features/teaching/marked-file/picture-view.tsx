'use client';
import { useState } from 'react';
import { MarkLayer } from './mark-layer.tsx';
import type { MarkHands, ShownMark } from './marks.ts';
import './marked-file.css';

interface Props {
  url: string;
  name: string;
  marks: readonly ShownMark[];
  numbers: ReadonlyMap<string, number>;
  hands?: MarkHands | undefined;
}

/** A picture with marks on it. The link it began with may end; then the newest one is taken. */
export function PictureView({ url, name, marks, numbers, hands }: Props) {
  const [source, setSource] = useState(url);
  return (
    <div className="relative overflow-hidden rounded-control border border-line">
      {/* biome-ignore lint/performance/noImgElement: the pictures of students lie behind a session; the web has none */}
      <img
        src={source}
        alt={name}
        onError={() => source !== url && setSource(url)}
        className="block h-auto w-full"
        draggable={false}
      />
      <MarkLayer page={1} {...{ marks, numbers, hands }} />
    </div>
  );
}
