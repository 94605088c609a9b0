'use client';
import { useEffect, useRef, useState } from 'react';

interface Props {
  title: string;
  label: string;
  canEdit: boolean;
  onSave: (title: string) => Promise<boolean>;
}

/** The title of the document, written where it is read; Enter or leaving it saves. */
export function PlanTitle({ title, label, canEdit, onSave }: Props) {
  const [typed, setTyped] = useState(title);
  const known = useRef(title);
  useEffect(() => {
    // Somebody else's new title, unless one is being typed here.
    setTyped((now) => (now === known.current ? title : now));
    known.current = title;
  }, [title]);
  const save = async () => {
    const next = typed.trim();
    if (next === '' || next === title) setTyped(title);
    else if (!(await onSave(next))) setTyped(next);
  };
  const look = 'font-serif text-title font-semibold tracking-tight tablet:text-display';
  if (!canEdit)
    return (
      <h1 tabIndex={-1} className={`${look} outline-none [overflow-wrap:anywhere]`}>
        {title}
      </h1>
    );
  return (
    <h1 tabIndex={-1} className={`${look} outline-none`}>
      <span className="hidden-visually">{title}</span>
      <textarea
        aria-label={label}
        rows={1}
        maxLength={200}
        dir="auto"
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\n/g, ' '))}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            event.currentTarget.blur();
          } else if (event.key === 'Escape') setTyped(title);
        }}
        className="field-sizing-content -mx-2 block w-[calc(100%+1rem)] resize-none rounded-control bg-transparent px-2 font-[inherit] hover:bg-canvas focus-visible:bg-raised focus-visible:outline-offset-0"
      />
    </h1>
  );
}
