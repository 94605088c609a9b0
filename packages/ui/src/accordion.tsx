'use client';
import { Accordion as Base } from '@base-ui/react/accordion';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

export type AccordionItem = { key: string; title: ReactNode; note?: ReactNode; content: ReactNode };

export type AccordionProps = {
  items: readonly AccordionItem[];
  defaultOpen?: readonly string[] | undefined;
  /** More than one part may stand open. */
  multiple?: boolean | undefined;
};

/** Closed parts are still found by the browser's own page search. */
export function Accordion({ items, defaultOpen, multiple = true }: AccordionProps) {
  return (
    <Base.Root
      multiple={multiple}
      defaultValue={[...(defaultOpen ?? [])]}
      hiddenUntilFound
      className="divide-y divide-line border-y border-line"
    >
      {items.map(({ key, title, note, content }) => (
        <Base.Item key={key} value={key}>
          <Base.Header>
            <Base.Trigger className="group flex min-h-row w-full items-center gap-3 rounded-small py-2 text-start text-body font-medium hover:text-board focus-visible:-outline-offset-2">
              <span className="min-w-0 flex-1">{title}</span>
              {note && <span className="text-small font-regular text-ink-3">{note}</span>}
              <ChevronDown
                aria-hidden
                className="text-ink-3 transition-transform duration-base group-data-panel-open:rotate-180"
              />
            </Base.Trigger>
          </Base.Header>
          <Base.Panel className="h-(--accordion-panel-height) overflow-hidden transition-[height] duration-base data-ending-style:h-0 data-starting-style:h-0">
            <div className="pb-4 text-body text-ink-2">{content}</div>
          </Base.Panel>
        </Base.Item>
      ))}
    </Base.Root>
  );
}
