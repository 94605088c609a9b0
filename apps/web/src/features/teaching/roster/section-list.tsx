'use client';
import type { Accommodation } from '@k12/contracts/teaching/accommodations';
import type { Enrollment } from '@k12/contracts/teaching/enrollments';
import { Badge } from '@k12/ui/badge';
import { Checkbox } from '@k12/ui/checkbox';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { PersonMenu } from './person-menu.tsx';

interface Props {
  name: string;
  /** Of all in it, where only some are loaded. */
  count: number | undefined;
  people: readonly Enrollment[];
  accommodations: readonly Accommodation[];
  ticked: ReadonlySet<string>;
  onTick: ((id: string, isOn: boolean) => void) | null;
  onPanel: ((person: Enrollment) => void) | null;
  onAccommodation: ((person: Enrollment) => void) | null;
  onMove: (person: Enrollment) => void;
}

export function SectionList({
  name,
  count,
  people,
  onTick,
  ticked,
  accommodations,
  onPanel,
  ...actions
}: Props) {
  const t = useTranslations('teaching-roster');
  const tc = useTranslations('common');
  const dates = useDates();
  if (people.length === 0) return null;
  return (
    <section aria-label={name} className="mb-8">
      <h2 className="mb-2 font-semibold text-large">
        <bdi>{name}</bdi>{' '}
        <span className="font-regular text-ink-3 text-small">
          {t('count', { count: count ?? people.length })}
        </span>
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {people.map((person) => (
          <li key={person.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            {onTick && (
              <Checkbox
                hideLabel
                label={t('tick', { name: person.user_name })}
                checked={ticked.has(person.user_id)}
                onCheckedChange={(isOn) => onTick(person.user_id, isOn)}
              />
            )}
            <PersonAvatar id={person.user_id} name={person.user_name} size="small" />
            <span className="min-w-0 flex-1">
              {onPanel ? (
                <button type="button" className="text-start hover:underline" onClick={() => onPanel(person)}>
                  <bdi>{person.user_name}</bdi>
                </button>
              ) : (
                <bdi>{person.user_name}</bdi>
              )}
              {person.pronounced_as && (
                <span className="ms-2 text-ink-3 text-small">
                  {tc('saidAs', { words: person.pronounced_as })}
                </span>
              )}
            </span>
            <Known known={accommodations.find(({ student_id }) => student_id === person.user_id)} />
            {person.state !== 'active' && <Badge tone="warn">{t(`states.${person.state}`)}</Badge>}
            {person.managed_by && <Badge>{t('managed')}</Badge>}
            {person.starts_on && (
              <span className="text-ink-3 text-small">
                {t('since', { day: dates.shortDay(person.starts_on) })}
              </span>
            )}
            <Actions person={person} onPanel={onPanel} {...actions} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({
  person,
  onPanel,
  onAccommodation,
  onMove,
}: Pick<Props, 'onPanel' | 'onAccommodation' | 'onMove'> & { person: Enrollment }) {
  if (!onPanel && !onAccommodation && !person.can.update && !person.can.detach) return null;
  return (
    <PersonMenu
      person={person}
      onPanel={onPanel && (() => onPanel(person))}
      onAccommodation={onAccommodation && (() => onAccommodation(person))}
      onMove={() => onMove(person)}
    />
  );
}

function Known({ known }: { known: Accommodation | undefined }) {
  const t = useTranslations('teaching-roster');
  if (!known) return null;
  return (
    <span data-private className="text-info text-small">
      {[
        known.extra_days > 0 && t('extraDays', { count: known.extra_days }),
        !known.has_late_penalty && t('noPenalty'),
        known.reduced_work && t('reduced'),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
