'use client';
import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { useUiText } from './ui-text.tsx';

export type PrivateTextProps = {
  /** Names what is hidden, for the button: "Reveal the grade of Ada". */
  label: string;
  children: ReactNode;
};

/** Something not for the wall: as usual on a screen of one's own, hidden on a projector until it is revealed by itself (UXP-77). */
export function PrivateText({ label, children }: PrivateTextProps) {
  const text = useUiText();
  const [revealed, setRevealed] = useState(false);
  return (
    <span className="inline-flex items-center gap-1">
      <span data-private data-revealed={revealed || undefined}>
        {children}
      </span>
      <span className="hidden projector:inline">
        <IconButton
          size="small"
          label={`${revealed ? text.hide : text.reveal}: ${label}`}
          icon={revealed ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onClick={() => setRevealed(!revealed)}
        />
      </span>
    </span>
  );
}
