'use client';
import type { ReactNode } from 'react';
import { Kbd } from '../kbd.tsx';
import type { DocEntry } from './entry.tsx';

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <h3 className="text-small font-semibold text-ink-2">{title}</h3>
      <ul className="mt-1 list-disc space-y-0.5 ps-4 text-small text-ink-2">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

function Keys({ keyboard }: Pick<DocEntry, 'keyboard'>) {
  if (keyboard.length === 0) return null;
  return (
    <div>
      <h3 className="text-small font-semibold text-ink-2">Keyboard</h3>
      <dl className="mt-1 space-y-1 text-small text-ink-2">
        {keyboard.map(([key, act]) => (
          <div key={key} className="flex flex-wrap gap-x-2">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export type EntryArticleProps = { entry: DocEntry; children: (example: ReactNode) => ReactNode };

export function EntryArticle({ entry, children }: EntryArticleProps) {
  return (
    <article
      id={entry.name}
      aria-labelledby={`${entry.name}-title`}
      className="flex min-w-0 scroll-mt-6 flex-col gap-4"
    >
      <header>
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id={`${entry.name}-title`} className="text-heading font-semibold">
            {entry.title}
          </h2>
          <code className="font-mono text-mini text-ink-3">@k12/ui/{entry.name}</code>
        </div>
        <p className="max-w-document text-body text-ink-2">{entry.purpose}</p>
      </header>
      {entry.examples.map(({ title, Example }) => (
        <section
          key={title}
          aria-label={`${entry.title}: ${title}`}
          className="flex min-w-0 flex-col gap-1.5"
        >
          <p className="text-mini font-semibold text-ink-3">{title}</p>
          {children(<Example />)}
        </section>
      ))}
      <div className="grid gap-4 tablet:grid-cols-2 laptop:grid-cols-3">
        <Points title="Anatomy" points={entry.anatomy} />
        <Points title="States" points={[entry.states.join(', ')]} />
        <Keys keyboard={entry.keyboard} />
        <Points title="Screen reader" points={[entry.speech]} />
        <Points title="Do" points={entry.does} />
        <Points title="Do not" points={entry.donts} />
      </div>
    </article>
  );
}
