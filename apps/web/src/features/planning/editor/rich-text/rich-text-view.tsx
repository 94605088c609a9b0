import { linkAddress, type RichNode } from '@k12/plan-content/rich-text';
import { createElement, Fragment, type ReactNode } from 'react';
import './rich-text.css';
import { calloutTone } from './callout-tones.ts';
import { FileImage } from './file-image.tsx';
import { MathView } from './math-view.tsx';

/** Rich text for reading. Only what is named here is drawn; anything else shows its words. */
export function RichTextView({ node }: { node: RichNode }) {
  return <>{drawAll(node.content)}</>;
}

function drawAll(nodes: readonly RichNode[] | undefined): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a text have no identity beyond their place
  return nodes?.map((node, at) => <Fragment key={at}>{draw(node)}</Fragment>);
}

const plainTags: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
};

function draw(node: RichNode): ReactNode {
  const { type, attrs = {}, content } = node;
  const inside = () => drawAll(content);
  const tag = plainTags[type];
  if (tag) return createElement(tag, null, type === 'paragraph' && !content?.length ? <br /> : inside());
  switch (type) {
    case 'text':
      return drawText(node);
    case 'heading':
      // Under the section's own h2.
      return createElement(Number(attrs.level) >= 3 ? 'h4' : 'h3', null, inside());
    case 'orderedList':
      return <ol start={Number(attrs.start) || 1}>{inside()}</ol>;
    case 'codeBlock':
      return (
        <pre dir="ltr">
          <code>{inside()}</code>
        </pre>
      );
    case 'hardBreak':
      return <br />;
    case 'horizontalRule':
      return <hr />;
    case 'callout':
      return <aside data-callout={calloutTone(attrs)}>{inside()}</aside>;
    case 'table':
      return (
        <table>
          <tbody>{inside()}</tbody>
        </table>
      );
    case 'tableCell':
      return <td {...spans(attrs)}>{inside()}</td>;
    case 'tableHeader':
      return <th {...spans(attrs)}>{inside()}</th>;
    case 'image':
      return <FileImage src={String(attrs.src ?? '')} alt={String(attrs.alt ?? '')} />;
    case 'inlineMath':
    case 'blockMath':
      return <MathView latex={String(attrs.latex ?? '')} block={type === 'blockMath'} />;
    default:
      return inside();
  }
}

function spans({ colspan, rowspan }: Record<string, unknown>) {
  return { colSpan: Number(colspan) || 1, rowSpan: Number(rowspan) || 1 };
}

const markTags: Record<string, string> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};

function drawText({ text, marks = [] }: RichNode): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    const href = type === 'link' && linkAddress(attrs?.href);
    if (href)
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inner}
        </a>
      );
    const tag = markTags[type];
    return tag ? createElement(tag, null, inner) : inner;
  }, text);
}
