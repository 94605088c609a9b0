import { ChevronDown } from 'lucide-react';

/** Says of the summary of a `details` with the class `group` that it opens. */
export function OpenMark() {
  return (
    <ChevronDown
      aria-hidden
      className="text-ink-3 transition-transform duration-base group-open:rotate-180"
    />
  );
}
