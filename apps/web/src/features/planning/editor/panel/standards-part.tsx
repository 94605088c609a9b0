'use client';
import { createAlignment, type StandardAlignment } from '@k12/contracts/planning/alignments';
import { type StandardSummary, searchStandards, suggestStandards } from '@k12/contracts/planning/standards';
import { Button } from '@k12/ui/button';
import { SkeletonRows } from '@k12/ui/skeleton';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useEditor } from '../editor-context.tsx';
import type { PanelPartProps } from '../frame/panel-parts.tsx';
import { targetTypes, usePlanParts } from '../plan-parts.tsx';

const pauseMs = 200;

/** The standards of this plan in full, and a search to align more; Enter aligns the first that is found. */
export function StandardsPart({ planId, kind }: PanelPartProps) {
  const t = useTranslations('planning-editor.standards');
  const { canEdit, school_id } = useEditor();
  const { alignments, knowsAlignments, opened } = usePlanParts();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const found = useFound(typed, school_id);
  const isSearching = typed.trim() !== '';
  const align = useAlign(planId, kind);
  useEffect(() => {
    if (opened > 0) field.current?.focus();
  }, [opened]);
  const known = new Set(alignments.map(({ standard }) => standard.id));
  const news = found.filter(({ id }) => !known.has(id));
  const take = async (match: StandardSummary | undefined) => {
    if (match && (await align(match.id))) setTyped('');
  };
  return (
    <div className="grid gap-2.5">
      {canEdit && (
        <TextField
          ref={field}
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          icon={<Search size={16} aria-hidden />}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
            if (event.key === 'Enter') void take(news[0]);
          }}
        />
      )}
      {isSearching && (
        <ul aria-label={t('found')} className="grid gap-2">
          {news.slice(0, 12).map((match) => (
            <Offered key={match.id} standard={match} onTake={() => void take(match)} />
          ))}
          {news.length === 0 && <li className="text-small text-ink-3">{t('none')}</li>}
        </ul>
      )}
      {!isSearching && (knowsAlignments ? <Aligned alignments={alignments} /> : <SkeletonRows rows={3} />)}
      {!isSearching && canEdit && knowsAlignments && (
        <Suggested planId={planId} known={known} onTake={(standard) => void take(standard)} />
      )}
    </div>
  );
}

interface SuggestedProps {
  planId: string;
  known: ReadonlySet<string>;
  onTake: (standard: StandardSummary) => void;
}

const mostSuggested = 5;

/** Before anything is typed: what the unit of a lesson works on, then what one aligned last (PLN-88, PLN-89). */
function Suggested({ planId, known, onTake }: SuggestedProps) {
  const t = useTranslations('planning-editor.standards');
  const { data } = useApi(suggestStandards, { query: { plan_id: planId } });
  if (!data) return null;
  const ofUnit = data.of_unit.filter(({ id }) => !known.has(id));
  const taken = new Set(ofUnit.map(({ id }) => id));
  const recent = data.recent.filter(({ id }) => !known.has(id) && !taken.has(id)).slice(0, mostSuggested);
  return [{ key: 'ofUnit', rows: ofUnit } as const, { key: 'recent', rows: recent } as const]
    .filter(({ rows }) => rows.length > 0)
    .map(({ key, rows }) => (
      <section key={key} aria-label={t(key)} className="mt-2">
        <h3 className="mb-2 text-small font-semibold text-ink-2">{t(key)}</h3>
        <ul className="grid gap-2">
          {rows.map((standard) => (
            <Offered key={standard.id} standard={standard} onTake={() => onTake(standard)} />
          ))}
        </ul>
      </section>
    ));
}

function Offered({ standard, onTake }: { standard: StandardSummary; onTake: () => void }) {
  const t = useTranslations('planning-editor.standards');
  return (
    <Card code={standard.code} statement={standard.statement}>
      <Button size="small" aria-label={t('alignOne', { code: standard.code })} onClick={onTake}>
        {t('align')}
      </Button>
    </Card>
  );
}

function Aligned({ alignments }: { alignments: readonly StandardAlignment[] }) {
  const t = useTranslations('planning-editor.standards');
  if (alignments.length === 0) return <p className="text-small text-ink-3">{t('empty')}</p>;
  return (
    <ul aria-label={t('aligned')} className="grid gap-2">
      {alignments.map(({ id, standard, emphasis }) => (
        <Card key={id} code={standard.code} statement={standard.statement}>
          {emphasis && <span className="text-mini text-ink-3">{t(`emphasis.${emphasis}`)}</span>}
        </Card>
      ))}
    </ul>
  );
}

function Card({ code, statement, children }: { code: string; statement: string; children: ReactNode }) {
  return (
    <li className="rounded-card border border-line bg-raised p-3">
      <p className="flex items-center justify-between gap-2">
        <span className="text-small font-semibold text-board tabular-nums">{code}</span>
        {children}
      </p>
      <p className="mt-1 text-small text-ink-2 [overflow-wrap:anywhere]">{statement}</p>
    </li>
  );
}

function useFound(typed: string, schoolId: string | null): readonly StandardSummary[] {
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const reply = useApi(
    searchStandards,
    query ? { query: { q: query, ...(schoolId ? { school_id: schoolId } : {}) } } : null,
  );
  return query ? (reply.data?.data ?? []) : [];
}

function useAlign(planId: string, kind: PanelPartProps['kind']) {
  const attempt = useAttempt();
  const create = useChange(createAlignment, ['standard_alignments.', 'unit_plans.alignments']);
  const target_type = targetTypes[kind];
  return (standard_id: string) =>
    attempt(() => create({ body: { standard_id, target_type, target_id: planId } }));
}
