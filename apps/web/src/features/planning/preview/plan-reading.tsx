'use client';
import type { PackField, PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import { isItem } from '@k12/plan-content/paths';
import { isRichDoc } from '@k12/plan-content/rich-text';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useJoined } from '@/lib/joined.ts';
import { RichTextView } from '../editor/rich-text/rich-text-view.tsx';
import { usePackWords } from '../pack-words.ts';

interface Props {
  schema: PlanSchema | null;
  plan: PlanSnapshot;
}

/** A plan for reading, section by section; what is empty is left out, as readers never see it (PLN-48). */
export function PlanReading({ schema, plan }: Props) {
  const words = usePackWords();
  const sections = (schema?.sections ?? []).filter((section) => !section.hidden);
  return (
    <div className="grid gap-7">
      {sections.map((section) => {
        const body = sectionBody(section, plan);
        if (!body) return null;
        return (
          <section key={section.key} aria-label={words(section.label)}>
            <h2 className="mb-2 text-small font-semibold text-ink-2">{words(section.label)}</h2>
            {body}
          </section>
        );
      })}
    </div>
  );
}

function sectionBody(section: PackSection, plan: PlanSnapshot): ReactNode {
  const value = plan.content[section.key];
  switch (section.kind) {
    case 'standards':
      return plan.alignments.length > 0 && <Standards plan={plan} />;
    case 'lessons':
      return plan.lessons.length > 0 && <Lessons plan={plan} />;
    case 'resources':
      return (
        plan.resources.length > 0 && (
          <ul className="list-disc ps-5">
            {plan.resources.map((resource) => (
              <li key={`${resource.resource_id}${resource.path ?? ''}`}>{resource.title}</li>
            ))}
          </ul>
        )
      );
    case 'list':
      return entriesOf(value).length > 0 && <Entries entries={entriesOf(value)} />;
    case 'group':
      return entriesOf(value).length > 0 && <Group section={section} entries={entriesOf(value)} />;
    default:
      return hasValue(value) && <Value field={section as PackField} value={value} />;
  }
}

interface Entry {
  id: string;
  [field: string]: unknown;
}

function entriesOf(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter(isItem) : [];
}

function hasValue(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="list-decimal ps-5 text-large">
      {entries.map((entry) => (
        <li key={entry.id} className="my-1 ps-1">
          <bdi>{String(entry.text ?? '')}</bdi>
        </li>
      ))}
    </ol>
  );
}

function Group({ section, entries }: { section: PackSection; entries: readonly Entry[] }) {
  const words = usePackWords();
  const [first, ...rest] = section.fields ?? [];
  return (
    <ol className="overflow-hidden rounded-card border border-line bg-raised">
      {entries.map((entry) => (
        <li key={entry.id} className="border-line px-4 py-3 not-last:border-b">
          {first && hasValue(entry[first.key]) && (
            <div className="font-semibold">
              <Value field={first} value={entry[first.key]} />
            </div>
          )}
          {rest
            .filter((field) => hasValue(entry[field.key]))
            .map((field) => (
              <div key={field.key} className="mt-1">
                <span className="text-small text-ink-3">{words(field.label)}: </span>
                <Value field={field} value={entry[field.key]} />
              </div>
            ))}
        </li>
      ))}
    </ol>
  );
}

function Value({ field, value }: { field: PackField; value: unknown }) {
  const words = usePackWords();
  const joined = useJoined();
  const option = (key: unknown) =>
    words(field.options?.find((one) => one.value === key)?.label) || String(key);
  if (field.kind === 'rich_text')
    return isRichDoc(value) ? (
      <div dir="auto" className="rich-text font-serif text-large leading-relaxed">
        <RichTextView node={value} />
      </div>
    ) : null;
  if (field.kind === 'choice') return <span>{option(value)}</span>;
  if (field.kind === 'choices' && Array.isArray(value)) return <span>{joined(value.map(option))}</span>;
  if (field.kind === 'date_range') {
    const { from, to } = value as { from?: string; to?: string };
    return (
      <span>
        {from ?? '…'} – {to ?? '…'}
      </span>
    );
  }
  return <bdi className="whitespace-pre-wrap [overflow-wrap:anywhere]">{String(value)}</bdi>;
}

/** A code alone says nothing to whoever reads: its words stand beside it. */
function Standards({ plan }: { plan: PlanSnapshot }) {
  return (
    <ul className="grid gap-1.5">
      {plan.alignments.map(({ standard_id, code, statement }) => (
        <li key={standard_id} className="flex items-baseline gap-3">
          {code && <span className="shrink-0 font-semibold text-board tabular-nums">{code}</span>}
          <bdi className="text-ink-2">{statement}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Lessons({ plan }: { plan: PlanSnapshot }) {
  const t = useTranslations('planning-preview');
  return (
    <ol className="overflow-hidden rounded-card border border-line bg-raised">
      {plan.lessons.map((lesson, at) => (
        <li
          key={lesson.lesson_plan_id}
          className="flex items-baseline gap-3 border-line px-4 py-2.5 not-last:border-b"
        >
          <span className="w-6 text-small text-ink-3 tabular-nums">{at + 1}</span>
          <bdi className="font-medium">{lesson.title}</bdi>
          {lesson.duration_minutes !== null && (
            <span className="ms-auto text-small whitespace-nowrap text-ink-3">
              {t('minutes', { count: lesson.duration_minutes })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
