'use client';
import {
  AssistantRight,
  type Enrollment,
  listEnrollments,
  updateEnrollment,
} from '@k12/contracts/teaching/enrollments';
import { Badge } from '@k12/ui/badge';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { RegionBody } from '@/shell/region.tsx';

/** Who teaches and helps, whom each of them sees, and what each assistant may do (TCH-12, TCH-13). */
export function StaffPanel({ courseId }: { courseId: string }) {
  const reply = useApi(listEnrollments, {
    query: { course_id: courseId, state: 'active', limit: 200 },
  });
  return (
    <RegionBody reply={reply}>
      {({ data }) => (
        <ul className="grid gap-3">
          {byPerson(data).map((places) => (
            <Helper key={places[0].id} places={places} />
          ))}
        </ul>
      )}
    </RegionBody>
  );
}

type Places = [Enrollment, ...Enrollment[]];

/** A teacher of several sections once; of co-teachers and assistants each section has its own rights. */
function byPerson(people: readonly Enrollment[]): Places[] {
  const cards = new Map<string, Places>();
  for (const person of people) {
    if (person.role === 'student') continue;
    const key = person.role === 'teacher' ? `teacher ${person.user_id}` : person.id;
    const known = cards.get(key);
    if (known) known.push(person);
    else cards.set(key, [person]);
  }
  return [...cards.values()];
}

function Helper({ places }: { places: Places }) {
  const [person] = places;
  const t = useTranslations('teaching-roster');
  const joined = useJoined();
  const attempt = useAttempt();
  const update = useChange(updateEnrollment, ['enrollments.']);
  const { id, lock_version, role, assistant_rights, is_limited, can } = person;
  const set = (changes: { is_limited?: boolean; assistant_rights?: AssistantRight[] }) =>
    void attempt(() => update({ params: { id }, body: { ...changes, lock_version } }));
  const toggle = (right: AssistantRight, isOn: boolean) =>
    set({
      assistant_rights: isOn
        ? [...assistant_rights, right]
        : assistant_rights.filter((held) => held !== right),
    });
  return (
    <li className="rounded-card border border-line bg-raised p-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <PersonAvatar id={person.user_id} name={person.user_name} size="small" />
        <bdi className="font-semibold">{person.user_name}</bdi>
        <Badge>{t(`roles.${role}`)}</Badge>
        <span className="text-ink-2 text-small">
          {joined(places.map(({ section_name }) => section_name))}
        </span>
      </p>
      {role !== 'teacher' && (
        <div className="mt-3">
          <Switch
            label={t('limited', { section: person.section_name })}
            checked={is_limited}
            disabled={!can.update}
            onCheckedChange={(isOn) => set({ is_limited: isOn })}
          />
        </div>
      )}
      {role === 'assistant' && (
        <fieldset className="mt-3 grid gap-2 tablet:grid-cols-2">
          <legend className="mb-1 text-ink-2 text-small">{t('mayDo')}</legend>
          {AssistantRight.options.map((right) => (
            <Switch
              key={right}
              label={t(`rights.${right}`)}
              checked={assistant_rights.includes(right)}
              disabled={!can.update}
              onCheckedChange={(isOn) => toggle(right, isOn)}
            />
          ))}
        </fieldset>
      )}
    </li>
  );
}
