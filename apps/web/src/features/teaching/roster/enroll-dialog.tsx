'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  applyEnrollmentPreview,
  createEnrollmentPreview,
  type EnrollmentPreview,
} from '@k12/contracts/teaching/bulk-enrollment';
import { EnrollmentRole } from '@k12/contracts/teaching/courses';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { PeoplePicker, type PersonOption } from '@k12/ui/person-picker';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { useToast } from '@k12/ui/toast';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { saveFile } from '@/lib/save-file.ts';
import { useSession } from '@/lib/session-context.tsx';
import { usePeopleSearch } from './use-people-search.ts';

interface Props {
  school_id: string;
  sections: readonly { id: string; name: string }[];
  onClose: () => void;
}

const outcomes = ['will_enroll', 'already', 'not_found', 'ambiguous', 'wrong_role', 'inactive_user'] as const;
const shownRows = 200;

/** A list of people: what would become of each first, then only the good ones are enrolled (TCH-06). */
export function EnrollDialog({ school_id, sections, onClose }: Props) {
  const t = useTranslations('teaching-roster');
  const toast = useToast();
  const read = useChange(createEnrollmentPreview, []);
  const apply = useChange(applyEnrollmentPreview, ['enrollments.', 'courses.', 'gradebook.']);
  const [sectionId, setSectionId] = useState(sections[0]?.id ?? '');
  const [role, setRole] = useState<EnrollmentRole>('student');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PersonOption[]>([]);
  const [preview, setPreview] = useState<EnrollmentPreview | null>(null);
  const { attempt, error, isBusy } = useWork(t('enroll.failed'));
  const look = (list: { text: string; user_ids: string[] } | { content_base64: string }) =>
    attempt(async () => setPreview(await read({ params: { id: sectionId }, body: { role, ...list } })));
  const enroll = () =>
    attempt(async () => {
      if (!preview) return;
      const { enrolled_count } = await apply({ params: { id: preview.id } });
      toast.show({ message: t('enroll.done', { count: enrolled_count }) });
      onClose();
    });
  const good = preview?.counts.will_enroll ?? 0;
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={t('enroll.title')}
      description={t('enroll.text')}
      footer={
        preview ? (
          <>
            <Button onClick={() => setPreview(null)}>{t('enroll.back')}</Button>
            <Button variant="primary" loading={isBusy} disabled={good === 0} onClick={() => void enroll()}>
              {t('enroll.apply', { count: good })}
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            loading={isBusy}
            disabled={text.trim() === '' && chosen.length === 0}
            onClick={() => void look({ text, user_ids: chosen.map(({ value }) => value) })}
          >
            {t('enroll.look')}
          </Button>
        )
      }
    >
      {preview ? (
        <Preview preview={preview} error={error} />
      ) : (
        <div className="grid gap-4">
          <PlaceFields
            sections={sections}
            sectionId={sectionId}
            onSection={setSectionId}
            role={role}
            onRole={setRole}
          />
          <PeopleFields {...{ school_id, role, chosen, text, error }} onChosen={setChosen} onText={setText} />
          <FileChoice label={t('enroll.file')} onFile={(content_base64) => void look({ content_base64 })} />
        </div>
      )}
    </Dialog>
  );
}

interface PeopleProps extends Pick<Props, 'school_id'> {
  role: EnrollmentRole;
  chosen: PersonOption[];
  onChosen: (people: PersonOption[]) => void;
  text: string;
  onText: (text: string) => void;
  error: string | undefined;
}

/** One by one, or many at once as they stand in a list. */
function PeopleFields({ school_id, role, chosen, onChosen, text, onText, error }: PeopleProps) {
  const t = useTranslations('teaching-roster');
  const { me } = useSession();
  const search = usePeopleSearch(school_id, role);
  return (
    <>
      {'users.read' in me.capabilities && (
        <PeoplePicker
          label={t('enroll.choose')}
          hint={t('enroll.chooseHint')}
          search={search}
          values={chosen}
          onValuesChange={onChosen}
        />
      )}
      <TextArea
        label={t('enroll.listPeople')}
        hint={t('enroll.hint')}
        error={error}
        rows={5}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </>
  );
}

interface PlaceProps extends Pick<Props, 'sections'> {
  sectionId: string;
  onSection: (id: string) => void;
  role: EnrollmentRole;
  onRole: (role: EnrollmentRole) => void;
}

function PlaceFields({ sections, sectionId, onSection, role, onRole }: PlaceProps) {
  const t = useTranslations('teaching-roster');
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      <SelectField
        label={t('enroll.section')}
        value={sectionId}
        onValueChange={onSection}
        options={sections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={t('enroll.role')}
        value={role}
        onValueChange={(next) => onRole(EnrollmentRole.options.find((known) => known === next) ?? role)}
        options={EnrollmentRole.options.map((value) => ({ value, label: t(`roles.${value}`) }))}
      />
    </div>
  );
}

function Preview({ preview, error }: { preview: EnrollmentPreview; error: string | undefined }) {
  const t = useTranslations('teaching-roster');
  const shown = preview.people.slice(0, shownRows);
  return (
    <div className="grid gap-4">
      {error && (
        <p role="alert" className="text-bad">
          {error}
        </p>
      )}
      <p className="flex flex-wrap gap-2" role="status">
        {outcomes.map((outcome) =>
          preview.counts[outcome] === 0 ? null : (
            <Badge
              key={outcome}
              tone={outcome === 'will_enroll' ? 'ok' : outcome === 'already' ? 'neutral' : 'warn'}
            >
              {preview.counts[outcome]} · {t(`outcomes.${outcome}`)}
            </Badge>
          ),
        )}
      </p>
      <RowsToCorrect people={preview.people} />
      <ul
        className="max-h-80 divide-y divide-line overflow-y-auto border-line border-y"
        aria-label={t('enroll.people')}
      >
        {shown.map(({ line, text, name, outcome }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list may name somebody twice in one line
          <li key={`${line}-${at}`} className="flex flex-wrap items-center gap-x-3 py-1.5">
            <span className="w-12 text-ink-3 text-small tabular-nums">{line}</span>
            <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name ?? text}</bdi>
            <span className={outcome === 'will_enroll' ? 'text-ok text-small' : 'text-ink-2 text-small'}>
              {t(`outcomes.${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
      {preview.people.length > shownRows && (
        <p className="text-ink-3 text-small">
          {t('enroll.more', { count: preview.people.length - shownRows })}
        </p>
      )}
    </div>
  );
}

/** Only what cannot be taken over, in a file that can be read in again once it is right (UXP-38). */
function RowsToCorrect({ people }: Pick<EnrollmentPreview, 'people'>) {
  const t = useTranslations('teaching-roster');
  const bad = people.filter(({ outcome }) => outcome !== 'will_enroll' && outcome !== 'already');
  if (bad.length === 0) return null;
  const quoted = ['email', ...bad.map(({ text }) => text)].map((text) => `"${text.replaceAll('"', '""')}"`);
  return (
    <Button
      size="small"
      className="justify-self-start"
      icon={<Download aria-hidden />}
      onClick={() => saveFile(new Blob([quoted.join('\r\n')], { type: 'text/csv' }), 'people.csv')}
    >
      {t('enroll.toCorrect')}
    </Button>
  );
}

function FileChoice({ label, onFile }: { label: string; onFile: (content: string) => void }) {
  return (
    <label className="grid gap-1 text-small">
      <span className="font-medium">{label}</span>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (file) onFile(await base64Of(file));
        }}
      />
    </label>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Every fault of the list, or what went wrong as a whole. */
function wordsOf(failure: unknown): string {
  if (!(failure instanceof ApiProblem)) return '';
  return failure.problem.errors?.map(({ detail }) => detail).join(' ') || failure.message;
}

/** One thing at a time; what went wrong stays beside what was asked for. */
function useWork(otherwise: string) {
  const [error, setError] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (failure) {
      setError(wordsOf(failure) || otherwise);
    }
    setBusy(false);
  };
  return { attempt, error, isBusy };
}
