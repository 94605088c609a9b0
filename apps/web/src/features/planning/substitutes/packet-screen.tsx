'use client';
import type { PrintedPlan } from '@k12/contracts/planning/exports';
import { getSubstitutePacket } from '@k12/contracts/planning/substitutions';
import { Button } from '@k12/ui/button';
import { PrintLayout } from '@k12/ui/print-layout';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import type { Locale } from '@/lib/locales.ts';
import { RegionBody } from '@/shell/region.tsx';
import { type PrintedBlock, PrintedBlocks } from '../print/printed-blocks.tsx';

interface PacketWords {
  substitution_id?: string;
  on?: string;
  locale?: Locale;
}

/** Everything a substitute needs for the day, ready for the printer (PLN-191). */
export function PacketScreen({ query }: { query: PacketWords }) {
  const t = useTranslations('planning-substitutes');
  const packet = useApi(getSubstitutePacket, { query });
  return (
    <div className="px-4 py-5 tablet:px-8 print:p-0">
      <div data-screen-only className="mx-auto mb-5 flex max-w-document justify-end">
        <Button variant="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <RegionBody reply={packet}>{(printed) => <Sheet packet={printed as PrintedPlan} />}</RegionBody>
    </div>
  );
}

function Sheet({ packet }: { packet: PrintedPlan }) {
  return (
    <div lang={packet.language} dir={packet.direction}>
      <PrintLayout
        title={packet.title}
        from={packet.school_name}
        details={packet.facts}
        footer={packet.footer}
      >
        <PrintedBlocks blocks={packet.blocks as unknown as PrintedBlock[]} />
      </PrintLayout>
    </div>
  );
}
