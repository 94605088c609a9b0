'use client';
import { useUiText } from './ui-text.tsx';

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** What changed between two versions of a text: by line, by colour and in words for assistive technology. */
export function DiffText({ label, parts }: { label: string; parts: readonly DiffPart[] }) {
  const text = useUiText();
  return (
    <section aria-label={label} className="text-large whitespace-pre-wrap [overflow-wrap:anywhere]">
      {parts.map((part, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity beyond their place
        if (part.kind === 'same') return <span key={index}>{part.text}</span>;
        const added = part.kind === 'added';
        const Change = added ? 'ins' : 'del';
        return (
          <Change
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={index}
            className={
              added
                ? 'rounded-small bg-ok-tint text-ok underline decoration-1 underline-offset-3'
                : 'rounded-small bg-bad-tint text-bad line-through'
            }
          >
            <span className="hidden-visually"> [{added ? text.added : text.removed}: </span>
            {part.text}
            <span className="hidden-visually">] </span>
          </Change>
        );
      })}
    </section>
  );
}
