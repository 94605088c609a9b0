'use client';
import type { PlanVisitor } from '@k12/contracts/planning/drafts';
import type { PlannerSchema } from '@k12/contracts/planning/packs';
import { Tooltip } from '@k12/ui/tooltip';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useSession } from '@/lib/session-context.tsx';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { usePackWords } from '../../pack-words.ts';
import type { DraftCalls } from '../autosave/draft-calls.ts';

const lookAgainMs = 20_000;

/** Who else has this plan open, and where they last saved (PLN-08). Nothing is locked. */
export function PeopleHere({ id, calls, pinned }: { id: string; calls: DraftCalls; pinned: PlannerSchema }) {
  const t = useTranslations('planning-editor');
  const words = usePackWords();
  const { me } = useSession();
  const visitors = useVisitors(id, calls).filter(({ person }) => person.id !== me.user.id);
  if (visitors.length === 0) return null;
  const said = ({ person, section_key }: PlanVisitor) => {
    const section = pinned.schema?.sections.find(({ key }) => key === section_key);
    const name = person.display_name;
    return section ? t('hereIn', { name, section: words(section.label) }) : t('here', { name });
  };
  return (
    <ul aria-label={t('people')} className="flex -space-x-1.5">
      {visitors.slice(0, 4).map((visitor) => (
        <li key={visitor.person.id}>
          <Tooltip content={said(visitor)}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reads who it is as well */}
            <span tabIndex={0} className="block rounded-full ring-2 ring-paper">
              <PersonAvatar id={visitor.person.id} name={visitor.person.display_name} size="small" />
              <span className="hidden-visually">{said(visitor)}</span>
            </span>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}

function useVisitors(id: string, calls: DraftCalls): readonly PlanVisitor[] {
  const [visitors, setVisitors] = useState<readonly PlanVisitor[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const reply = await callApi(calls.visit, { params: { id } }).catch(() => null);
      if (reply && !isGone) setVisitors(reply.data);
    };
    void look();
    const timer = setInterval(() => void look(), lookAgainMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [id, calls]);
  return visitors;
}
