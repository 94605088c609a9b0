'use client';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import type { MarkHands, ShownMark } from './marks.ts';
import { readPdf } from './pdf-document.ts';
import { PdfPage } from './pdf-page.tsx';
import './marked-file.css';

interface Props {
  url: string;
  name: string;
  marks: readonly ShownMark[];
  numbers: ReadonlyMap<string, number>;
  hands?: MarkHands | undefined;
}

/** The pages of a PDF under each other; each is drawn when it comes near (TCH-73). */
export default function PdfView({ url, name, marks, numbers, hands }: Props) {
  const t = useTranslations('marked-file');
  // Links end after minutes; a document that is open does not need a new one.
  const first = useRef(url);
  const [file, setFile] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isOver = false;
    let opened: PDFDocumentProxy | undefined;
    readPdf(first.current).then(
      (document) => {
        opened = document;
        if (isOver) void document.loadingTask.destroy();
        else setFile(document);
      },
      () => !isOver && setFailed(true),
    );
    return () => {
      isOver = true;
      void opened?.loadingTask.destroy();
    };
  }, []);
  if (hasFailed) return <p className="text-small text-bad">{t('cannotShow')}</p>;
  if (!file) return <SkeletonRows rows={6} />;
  return (
    <div role="document" aria-label={name} className="grid gap-3">
      {Array.from({ length: file.numPages }, (_, at) => at + 1).map((page) => (
        <PdfPage
          key={page}
          {...{ file, page, numbers, hands }}
          label={t('pageOf', { page, pages: file.numPages })}
          marks={marks.filter((mark) => mark.page === page)}
        />
      ))}
    </div>
  );
}
