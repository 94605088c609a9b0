'use client';
import { actOnWork, type InboxRow, type WorkAction } from '@k12/contracts/teaching/inbox';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { Menu, MenuItem } from '@k12/ui/menu';
import { NumberField } from '@k12/ui/number-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';

const DownloadWork = dynamic(
  loaded(() => import('../work-archive/download-work.tsx').then((module) => module.DownloadWork)),
  { loading: nothingYet },
);

interface Props {
  rows: InboxRow[];
  onDone: () => void;
}

type Facts = 'score' | 'request_revision' | 'extend' | 'grant_attempts';
type Asking = Facts | 'download' | null;

/** The same for all that are chosen; says how many it was done to and how many refused (TCH-66). */
export function InboxActions({ rows, onDone }: Props) {
  const t = useTranslations('teaching-inbox');
  const router = useRouter();
  const run = useAttempt();
  const toast = useToast();
  const [asking, setAsking] = useState<Asking>(null);
  const act = async (action: WorkAction['action'], facts: Partial<WorkAction> = {}) => {
    const items = rows.map(({ assignment_id, student_id }) => ({ assignment_id, student_id }));
    await run(async () => {
      const { done_count } = await callApi(actOnWork, { body: { action, items, ...facts } });
      const refused = items.length - done_count;
      toast.show({ message: t('done', { count: done_count, refused }) });
    });
    setAsking(null);
    onDone();
  };
  const first = rows[0];
  return (
    <>
      {first && (
        <Button
          size="small"
          variant="primary"
          onClick={() => router.push(paths.gradeWork(first.course_id, first.assignment_id, first.student_id))}
        >
          {t('grade')}
        </Button>
      )}
      <Button size="small" onClick={() => act('post')}>
        {t('post')}
      </Button>
      <Menu trigger={<Button size="small">{t('moreActions')}</Button>}>
        <MenuItem onPress={() => setAsking('score')}>{t('setScore')}</MenuItem>
        <MenuItem onPress={() => act('excuse')}>{t('excuse')}</MenuItem>
        <MenuItem onPress={() => act('mark_missing')}>{t('markMissing')}</MenuItem>
        <MenuItem onPress={() => setAsking('request_revision')}>{t('askRevision')}</MenuItem>
        <MenuItem onPress={() => setAsking('grant_attempts')}>{t('allowMore')}</MenuItem>
        <MenuItem onPress={() => setAsking('extend')}>{t('extend')}</MenuItem>
        <MenuItem onPress={() => act('remind')}>{t('remind')}</MenuItem>
        <MenuItem onPress={() => setAsking('download')}>{t('download')}</MenuItem>
      </Menu>
      {asking === 'download' && <DownloadWork works={byAssignment(rows)} onClose={() => setAsking(null)} />}
      {asking && asking !== 'download' && (
        <AskFacts
          asking={asking}
          count={rows.length}
          onClose={() => setAsking(null)}
          onGo={(facts) => act(asking, facts)}
        />
      )}
    </>
  );
}

function byAssignment(rows: readonly InboxRow[]) {
  const ids = [...new Set(rows.map(({ assignment_id }) => assignment_id))];
  return ids.map((assignment_id) => ({
    assignment_id,
    student_ids: rows.filter((row) => row.assignment_id === assignment_id).map((row) => row.student_id),
  }));
}

interface AskProps {
  asking: Facts;
  count: number;
  onClose: () => void;
  onGo: (facts: Partial<WorkAction>) => void;
}

const titles = {
  score: 'setScore',
  request_revision: 'askRevision',
  extend: 'extend',
  grant_attempts: 'allowMore',
} as const;

function AskFacts({ asking, count, onClose, onGo }: AskProps) {
  const t = useTranslations('teaching-inbox');
  const [words, setWords] = useState('');
  const [number, setNumber] = useState<number | null>(1);
  const title = t(titles[asking]);
  const typed = words.trim();
  const facts = {
    score: { entry: typed },
    request_revision: { note: typed },
    extend: { extra_days: number ?? 1 },
    grant_attempts: { attempts: number ?? 1 },
  }[asking];
  const isCount = asking === 'extend' || asking === 'grant_attempts';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={t('forWork', { count })}
      footer={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button
            variant="primary"
            disabled={isCount ? number === null : typed === ''}
            onClick={() => onGo(facts)}
          >
            {title}
          </Button>
        </>
      }
    >
      <div className="pb-4">
        {isCount && (
          <NumberField
            label={t(asking === 'extend' ? 'extraDays' : 'moreAttempts')}
            className="max-w-40"
            min={1}
            max={asking === 'extend' ? 60 : 20}
            value={number}
            onValueChange={setNumber}
          />
        )}
        {asking === 'score' && (
          <TextField
            label={t('score')}
            hint={t('scoreHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
        {asking === 'request_revision' && (
          <TextArea
            label={t('revisionNote')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
