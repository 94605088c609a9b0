'use client';
import { listFrameworks, type StandardFramework } from '@k12/contracts/planning/standard-frameworks';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { List } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { ListChecks, Plus, Upload } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { FrameworkRow } from './framework-row.tsx';
import { ImportWizard } from './import-wizard.tsx';
import { PastImports } from './past-imports.tsx';

const FrameworkForm = dynamic(
  loaded(() => import('./framework-form.tsx').then((module) => module.FrameworkForm)),
  { loading: nothingYet },
);
const FrameworkChoice = dynamic(
  loaded(() => import('./framework-choice.tsx').then((module) => module.FrameworkChoice)),
  { loading: nothingYet },
);
const AlignmentMove = dynamic(
  loaded(() => import('./alignment-move.tsx').then((module) => module.AlignmentMove)),
  { loading: nothingYet },
);

type Opened = { part: 'new' | 'choice' } | { part: 'edit' | 'move'; framework: StandardFramework } | null;

/** Frameworks by hand and by import, who is shown which, and what came in; the import that is open is in the address. */
export function AdminStandardsScreen() {
  const t = useTranslations('planning-standards.admin');
  const { read, write } = useAddress();
  const { me } = useSession();
  const router = useRouter();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const [opened, setOpened] = useState<Opened>(null);
  const mayImport = 'standards.import' in me.capabilities;
  const importing = read('import');
  const close = () => setOpened(null);
  const into = frameworks.data?.data.find(({ id }) => id === read('into'));
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} actions={<Actions onOpen={setOpened} />} />
      {importing && (
        <ImportWizard
          id={importing === 'new' ? null : importing}
          into={into}
          onMove={(id) => write({ import: id, into: null })}
        />
      )}
      <div className="mt-5">
        <RegionBody reply={frameworks}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <List framed label={t('title')}>
                {data.map((framework) => (
                  <FrameworkRow
                    key={framework.id}
                    framework={framework}
                    onEdit={() => setOpened({ part: 'edit', framework })}
                    onMoveAlignments={() => setOpened({ part: 'move', framework })}
                    onImport={() => write({ import: 'new', into: framework.id })}
                  />
                ))}
              </List>
            )
          }
        </RegionBody>
      </div>
      {mayImport && <PastImports onOpen={(id) => write({ import: id, into: null })} />}
      {(opened?.part === 'new' || opened?.part === 'edit') && (
        <FrameworkForm
          framework={opened.part === 'edit' ? opened.framework : null}
          onClose={close}
          onCreated={({ id }) => router.push(paths.planStandards(id))}
        />
      )}
      {opened?.part === 'choice' && <FrameworkChoice onClose={close} />}
      {opened?.part === 'move' && <AlignmentMove framework={opened.framework} onClose={close} />}
    </>
  );
}

function Actions({ onOpen }: { onOpen: (opened: Opened) => void }) {
  const t = useTranslations('planning-standards.admin');
  const { write } = useAddress();
  const { me } = useSession();
  return (
    <>
      {'standards.update' in me.capabilities && me.schools.length > 0 && (
        <Button icon={<ListChecks aria-hidden />} onClick={() => onOpen({ part: 'choice' })}>
          {t('choose')}
        </Button>
      )}
      {'standards.create' in me.capabilities && (
        <Button icon={<Plus aria-hidden />} onClick={() => onOpen({ part: 'new' })}>
          {t('new')}
        </Button>
      )}
      {'standards.import' in me.capabilities && (
        <Button
          variant="primary"
          icon={<Upload aria-hidden />}
          onClick={() => write({ import: 'new', into: null })}
        >
          {t('import')}
        </Button>
      )}
    </>
  );
}
