'use client';
import { suggest } from '@k12/contracts/planning/search';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import type { PaletteGroup } from '@k12/ui/command-palette';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { addressOfResult } from '@/features/planning/search/result-address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePlaces } from './palette-places.tsx';

const pauseMs = 150;

/** Records for the words typed, found by the server within what this person may see, best of each kind (PLN-162). */
export function useFoundRecords(query: string): { groups: PaletteGroup[]; loading: boolean } {
  const t = useTranslations('planning-search');
  const place = usePlaces();
  const { me } = useSession();
  const typed = query.trim();
  const words = useAfterPause(typed);
  const asked = words.length >= 2;
  const reply = useApi(suggest, asked ? { query: { q: words } } : null);
  const students = useFoundStudents(asked ? words : '');
  // Both kinds come together: what comes late must not push away what is being chosen (UXP-14).
  const loading = (asked && (reply.isLoading || students.loading)) || typed !== words;
  const known = asked && typed.length >= 2 ? (reply.data?.groups ?? []) : [];
  const groups = known.map(({ kind, count, results }): PaletteGroup => {
    const items = results.flatMap((result) => {
      const address = addressOfResult(result, me);
      const page = address && findPage(address.split('?')[0] ?? '');
      if (!address || !page || !mayOpen(page, me)) return [];
      const label = result.code ? `${result.code} ${result.title}` : result.title;
      // Courses of the same name are told apart by their year.
      const hint = kind === 'course' && result.detail ? { hint: result.detail } : {};
      return [place({ key: `${kind}:${result.id}`, label, ...hint }, address)];
    });
    // Those of the words before stay as long as they fit the new ones, so that nothing flickers (UXP-14).
    return { key: kind, heading: `${t(`kinds.${kind}`)} · ${count}`, items, found: !loading };
  });
  const everything = place({ key: 'search', label: t('all', { words }) }, paths.search(words));
  // The last resort comes with the answer: before it, Enter would open the search in place of the record.
  const isAnswered = asked && !loading;
  return {
    groups: isAnswered
      ? [
          ...students.groups,
          ...groups,
          { key: 'everything', heading: t('title'), items: [everything], found: true },
        ]
      : groups,
    loading,
  };
}

/** The students of those who teach, by name: each opens beside the roster of the course (TCH-106). */
function useFoundStudents(q: string): { groups: PaletteGroup[]; loading: boolean } {
  const t = useTranslations('shell');
  const place = usePlaces();
  const { me } = useSession();
  const mayLook = me.roles.includes('teacher') && 'enrollments.read' in me.capabilities;
  const query = { role: 'student' as const, state: 'active' as const, q, limit: 6 };
  const reply = useApi(listEnrollments, q && mayLook ? { query } : null);
  const items = (reply.data?.data ?? []).map(({ id, user_id, user_name, course_id, course_name }) =>
    place(
      { key: `student:${id}`, label: `${user_name} · ${course_name}` },
      paths.courseRoster(course_id, user_id),
    ),
  );
  const group = { key: 'students', heading: t('palette.students'), items, found: true };
  return { groups: items.length === 0 ? [] : [group], loading: reply.isLoading };
}

/** An answer is asked for when the fingers rest; the cache's key keeps an older one from taking its place. */
function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
