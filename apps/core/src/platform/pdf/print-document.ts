/**
 * What can be printed, as data. Features build one of these from their records; document.typ sets it. Text is never
 * read as source, so nothing a person wrote can change how the page is made.
 */
export interface PrintDocument {
  title: string;
  subtitle: string;
  authors: string[];
  /** BCP 47, chooses hyphenation and the script's rules. */
  language: string;
  direction: 'ltr' | 'rtl';
  paper: 'a4' | 'a3' | 'us-letter' | 'us-legal';
  landscape: boolean;
  font_percent: number;
  black_and_white: boolean;
  school_name: string;
  footer: string;
  facts: { label: string; value: string }[];
  /** Heading of the table of contents; empty for none. */
  contents_title: string;
  blocks: PrintBlock[];
  /** Pictures by the path that image blocks name. */
  images?: Record<string, Buffer>;
}

export type PrintBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: PrintRun[] }
  | { kind: 'paragraph'; runs: PrintRun[] }
  | { kind: 'list'; ordered: boolean; items: PrintBlock[][] }
  | {
      kind: 'table';
      columns: number;
      widths?: number[];
      /** Heads of many narrow columns stand at a slant, so that they can be read (UXP-99). */
      slanted?: boolean;
      header: PrintRun[][];
      rows: PrintCell[][];
    }
  | { kind: 'code'; text: string }
  | { kind: 'math'; text: string }
  | { kind: 'quote'; blocks: PrintBlock[] }
  | { kind: 'callout'; label: string; blocks: PrintBlock[] }
  | { kind: 'image'; path: string; alt: string }
  | { kind: 'rule' }
  | { kind: 'page_break' };

export interface PrintCell {
  blocks: PrintBlock[];
}

export type PrintRun = TextRun | { kind: 'math'; text: string } | { kind: 'break'; text: '' };

export interface TextRun {
  kind?: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  code?: boolean;
  href?: string;
}

export const paragraph = (text: string): PrintBlock => ({ kind: 'paragraph', runs: [{ text }] });
export const heading = (level: 1 | 2 | 3, text: string): PrintBlock => ({
  kind: 'heading',
  level,
  runs: [{ text }],
});
