import type { Editor } from '@tiptap/react';
import {
  Bold,
  Code,
  Heading2,
  ImagePlus,
  Italic,
  Lightbulb,
  Link as LinkIcon,
  List,
  ListOrdered,
  Sigma,
  SquareCode,
  Table as TableIcon,
  TextQuote,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Asked } from './ask-form.tsx';

interface Tool {
  key: string;
  icon: ReactNode;
  /** As people write the keys; the editor knows them itself. */
  keys?: string;
  run?: (editor: Editor) => void;
}

const chain = (editor: Editor) => editor.chain().focus();

export const tools: readonly Tool[] = [
  { key: 'bold', icon: <Bold aria-hidden />, keys: 'Ctrl+B', run: (on) => chain(on).toggleBold().run() },
  {
    key: 'italic',
    icon: <Italic aria-hidden />,
    keys: 'Ctrl+I',
    run: (on) => chain(on).toggleItalic().run(),
  },
  {
    key: 'heading',
    icon: <Heading2 aria-hidden />,
    keys: 'Ctrl+Alt+2',
    run: (on) => chain(on).toggleHeading({ level: 2 }).run(),
  },
  {
    key: 'bulletList',
    icon: <List aria-hidden />,
    keys: 'Ctrl+Shift+8',
    run: (on) => chain(on).toggleBulletList().run(),
  },
  {
    key: 'orderedList',
    icon: <ListOrdered aria-hidden />,
    keys: 'Ctrl+Shift+7',
    run: (on) => chain(on).toggleOrderedList().run(),
  },
  {
    key: 'blockquote',
    icon: <TextQuote aria-hidden />,
    keys: 'Ctrl+Shift+B',
    run: (on) => chain(on).toggleBlockquote().run(),
  },
  { key: 'callout', icon: <Lightbulb aria-hidden />, run: (on) => chain(on).toggleCallout().run() },
  { key: 'link', icon: <LinkIcon aria-hidden /> },
  { key: 'code', icon: <Code aria-hidden />, keys: 'Ctrl+E', run: (on) => chain(on).toggleCode().run() },
  {
    key: 'codeBlock',
    icon: <SquareCode aria-hidden />,
    keys: 'Ctrl+Alt+C',
    run: (on) => chain(on).toggleCodeBlock().run(),
  },
  {
    key: 'table',
    icon: <TableIcon aria-hidden />,
    run: (on) =>
      on.isActive('table')
        ? chain(on).deleteTable().run()
        : chain(on).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { key: 'math', icon: <Sigma aria-hidden /> },
  { key: 'image', icon: <ImagePlus aria-hidden /> },
];

const marks = new Set(['bold', 'italic', 'link', 'code']);

/** What a line can become, or what can stand in its place; a table inside a table is none of them. */
export const blockTools = tools.filter(({ key }) => !marks.has(key));

/** Tools that need a word first. */
export const askTools: Record<string, (editor: Editor) => Asked> = {
  link: (editor) => ({ key: 'link', value: String(editor.getAttributes('link').href ?? '') }),
  math: (editor) => ({ key: 'math', value: String(editor.getAttributes('inlineMath').latex ?? '') }),
  image: () => ({ key: 'image', value: '' }),
};

const states: Record<string, string> = { math: 'inlineMath' };

export function activeTools(editor: Editor): string[] {
  return tools.filter(({ key }) => editor.isActive(states[key] ?? key)).map(({ key }) => key);
}
