import type { SnippetRun } from '@k12/contracts/planning/search';

/** Fragments of a text with the found words marked: plain text, whatever somebody wrote (PLN-159). */
export function Snippet({ fragments }: { fragments: readonly SnippetRun[][] }) {
  return (
    <>
      {fragments.map((runs, at) => (
        <span key={runs.map(({ text }) => text).join('')}>
          {at > 0 && ' … '}
          {runs.map((run, place) =>
            run.found ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
              <mark key={place} className="rounded-small bg-chalk-tint px-0.5 text-ink">
                {run.text}
              </mark>
            ) : (
              run.text
            ),
          )}
        </span>
      ))}
    </>
  );
}
