'use client';
import { getSheet, getSheetFile, type PrintedSheet, type SheetKind } from '@k12/contracts/planning/sheets';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { LinkButton } from '@k12/ui/link-button';
import { PrintLayout } from '@k12/ui/print-layout';
import { SelectField } from '@k12/ui/select-field';
import { Download, Printer } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { type PrintedBlock, PrintedBlocks } from './printed-blocks.tsx';
import { readSheetView } from './sheet-view.ts';

/** A gradebook, roster, rubric, map … as it comes out of the printer, or as a PDF of the same (UXP-98, UXP-100). */
export function SheetScreen({ kind }: { kind: SheetKind }) {
  const params = useSearchParams();
  const { locale } = useSession();
  const query = useMemo(
    () => readSheetView(kind, Object.fromEntries(params), locale),
    [kind, params, locale],
  );
  const sheet = useApi(getSheet, { query });
  return (
    <div className="px-4 py-5 tablet:px-8 print:p-0">
      <Options kind={kind} query={query} />
      <RegionBody reply={sheet}>{(printed) => <Sheet sheet={printed as PrintedSheet} />}</RegionBody>
    </div>
  );
}

function Sheet({ sheet }: { sheet: PrintedSheet }) {
  const size = sheet.paper === 'a4' ? 'A4' : 'letter';
  return (
    <div lang={sheet.language} dir={sheet.direction} className="overflow-x-auto print:overflow-visible">
      {/* The browser's own print takes paper and direction from here. */}
      <style>{`@page { size: ${size} ${sheet.landscape ? 'landscape' : 'portrait'}; }`}</style>
      <PrintLayout
        title={sheet.title}
        from={[sheet.school_name, sheet.subtitle].filter(Boolean).join(' · ')}
        details={sheet.facts}
        footer={sheet.footer}
      >
        <PrintedBlocks blocks={sheet.blocks as unknown as PrintedBlock[]} />
      </PrintLayout>
    </div>
  );
}

function Options({ kind, query }: { kind: SheetKind; query: ReturnType<typeof readSheetView> }) {
  const t = useTranslations('planning-print');
  const { write } = useAddress();
  const address = `/api/v1${getSheetFile.path}?${new URLSearchParams(query)}`;
  return (
    <section
      data-screen-only
      aria-label={t('options')}
      className="mx-auto mb-5 flex max-w-document flex-wrap items-end gap-x-5 gap-y-3"
    >
      <SelectField
        label={t('paper')}
        value={query.paper ?? 'a4'}
        onValueChange={(value) => write({ paper: value === 'a4' ? null : value })}
        options={(['a4', 'us-letter'] as const).map((value) => ({ value, label: t(`papers.${value}`) }))}
      />
      {kind === 'roster' || kind === 'gradebook' ? (
        <Checkbox
          label={t('numbers')}
          checked={query.numbers === 'true'}
          onCheckedChange={(checked) => write({ numbers: checked ? 'true' : null })}
        />
      ) : null}
      <div className="ms-auto flex flex-wrap gap-2">
        <LinkButton href={address} icon={<Download size={16} aria-hidden />} download>
          {t('formats.pdf')}
        </LinkButton>
        <Button variant="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
    </section>
  );
}
