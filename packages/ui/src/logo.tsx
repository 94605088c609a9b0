export type LogoProps = {
  /** Written beside the mark, and its name. */
  name: string;
  /** The mark alone, for narrow places. */
  markOnly?: boolean | undefined;
  className?: string | undefined;
};

/** A board with its ledge, and one stroke of chalk. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="paint size-6 shrink-0">
      <rect width="24" height="24" rx="6" fill="var(--board)" />
      <path
        d="M5.5 7.5v9.25c0 .97.78 1.75 1.75 1.75h9.5c.97 0 1.75-.78 1.75-1.75V7.5"
        fill="none"
        stroke="var(--on-board)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M5.5 6h13" fill="none" stroke="var(--chalk)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

export function Logo({ name, markOnly, className }: LogoProps) {
  return (
    <span className={`inline-flex items-center gap-2 ${className ?? ''}`}>
      <Mark />
      <span className={markOnly ? 'hidden-visually' : 'text-body font-bold'}>{name}</span>
    </span>
  );
}
