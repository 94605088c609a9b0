'use client';
import type { PrintedRun } from '@k12/contracts/planning/exports';
import clsx from 'clsx';
import dynamic from 'next/dynamic';
import { createContext, type ReactNode, useContext } from 'react';
import { loadedQuietly, withPage } from '@/lib/loaded-part.tsx';

// The typesetter of formulas is large and most plans have none.
const Formula = dynamic(
  withPage(loadedQuietly(() => import('../editor/rich-text/formula.tsx').then((module) => module.Formula))),
);

/** Where the pictures of these blocks are, by the path that a block names. */
export const PictureAddress = createContext<((path: string) => string) | null>(null);

export interface PrintedBlock {
  kind: string;
  level?: number;
  runs?: PrintedRun[];
  ordered?: boolean;
  items?: PrintedBlock[][];
  header?: PrintedRun[][];
  slanted?: boolean;
  path?: string;
  alt?: string;
  rows?: { blocks: PrintedBlock[] }[][];
  text?: string;
  label?: string;
  blocks?: PrintedBlock[];
}

/** The blocks that the PDF is set from, as a page: text only, so nothing in a plan can become markup. */
export function PrintedBlocks({ blocks }: { blocks: readonly PrintedBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
  return blocks.map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: PrintedBlock }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4'] as const)[(block.level ?? 1) - 1] ?? 'h4';
      return (
        <Heading className="mt-6 mb-2 break-after-avoid font-serif text-large font-semibold">
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className="my-2">
          <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return <Items block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'code':
      return <pre className="my-2 overflow-x-auto rounded-small bg-canvas p-3 text-small">{block.text}</pre>;
    case 'math':
      return <Formula latex={block.text ?? ''} block />;
    case 'quote':
    case 'callout':
      return (
        <div className="my-3 break-inside-avoid border-s-2 border-line-strong ps-4">
          {block.label && <strong>{block.label}</strong>}
          <PrintedBlocks blocks={block.blocks ?? []} />
        </div>
      );
    case 'image':
      return <Picture path={block.path ?? ''} alt={block.alt ?? ''} />;
    case 'rule':
      return <hr className="my-4 border-line" />;
    case 'page_break':
      return <div className="break-after-page" />;
    default:
      return null;
  }
}

function Picture({ path, alt }: { path: string; alt: string }) {
  const address = useContext(PictureAddress);
  if (!address) return alt ? <p className="my-2 italic">{alt}</p> : null;
  // biome-ignore lint/performance/noImgElement: of the API's own origin, private, shown once
  return <img src={address(path)} alt={alt} className="mx-auto my-3 max-h-96 max-w-full" />;
}

function Items({ block }: { block: PrintedBlock }) {
  const items = (block.items ?? []).map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
    <li key={at}>
      <PrintedBlocks blocks={item} />
    </li>
  ));
  return block.ordered ? (
    <ol className="my-2 list-decimal ps-6">{items}</ol>
  ) : (
    <ul className="my-2 list-disc ps-6">{items}</ul>
  );
}

function Table({ block }: { block: PrintedBlock }) {
  return (
    <div className="my-3 overflow-x-auto print:overflow-visible">
      <table className="w-full border-collapse text-small">
        {(block.header?.length ?? 0) > 0 && (
          <thead>
            <tr>
              {block.header?.map((runs, at) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
                  key={at}
                  scope="col"
                  className={clsx(
                    'border border-line bg-canvas px-2 py-1 text-start',
                    block.slanted && 'h-32 align-bottom',
                  )}
                >
                  {block.slanted && at > 0 ? (
                    <span className="inline-block max-h-32 rotate-180 text-mini [writing-mode:vertical-rl]">
                      <Runs runs={runs} />
                    </span>
                  ) : (
                    <Runs runs={runs} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows?.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
            <tr key={at} className="break-inside-avoid">
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
                <td key={place} className="border border-line px-2 py-1 align-top">
                  <PrintedBlocks blocks={cell.blocks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Runs({ runs }: { runs: readonly PrintedRun[] | undefined }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
  return runs?.map((run, at) => <Run key={at} run={run} />);
}

function Run({ run }: { run: PrintedRun }): ReactNode {
  if (run.kind === 'break') return <br />;
  if (run.kind === 'math') return <Formula latex={run.text} block={false} />;
  let text: ReactNode = run.text;
  if (run.code) text = <code>{text}</code>;
  if (run.bold) text = <strong>{text}</strong>;
  if (run.italic) text = <em>{text}</em>;
  if (run.underline) text = <u>{text}</u>;
  if (run.strike) text = <s>{text}</s>;
  if (!run.href) return text;
  return (
    <>
      <a href={run.href} rel="noreferrer" className="underline">
        {text}
      </a>
      {/* On paper an address can only be read. */}
      {run.href !== run.text && <span className="hidden text-mini print:inline"> ({run.href})</span>}
    </>
  );
}
