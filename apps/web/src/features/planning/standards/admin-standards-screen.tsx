'use client';
import {
  getCasePackage,
  getFrameworkTable,
  listFrameworks,
  type StandardFramework,
} from '@k12/contracts/planning/standard-frameworks';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { PageHeader } from '@k12/ui/page-header';
import { Ellipsis, Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { ImportWizard } from './import-wizard.tsx';

/** Frameworks with their exports, and the import of new ones; the import that is open is in the address. */
export function AdminStandardsScreen() {
  const t = useTranslations('planning-standards.admin');
  const { read, write } = useAddress();
  const { me } = useSession();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const mayImport = 'standards.import' in me.capabilities;
  const importing = read('import');
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('about')}
        actions={
          mayImport && (
            <Button variant="primary" icon={<Upload aria-hidden />} onClick={() => write({ import: 'new' })}>
              {t('import')}
            </Button>
          )
        }
      />
      {importing && (
        <ImportWizard id={importing === 'new' ? null : importing} onMove={(id) => write({ import: id })} />
      )}
      <div className="mt-5">
        <RegionBody reply={frameworks}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
            ) : (
              <List framed label={t('title')}>
                {data.map((framework) => (
                  <FrameworkRow key={framework.id} framework={framework} />
                ))}
              </List>
            )
          }
        </RegionBody>
      </div>
    </>
  );
}

function FrameworkRow({ framework }: { framework: StandardFramework }) {
  const t = useTranslations('planning-standards.admin');
  const dates = useDates();
  const router = useRouter();
  const { id, title, standards_count, scope, version, updated_at } = framework;
  const about = [
    t('count', { count: standards_count }),
    version,
    t('updated', { at: dates.instant(updated_at) }),
  ];
  const download = (path: string) => window.location.assign(`/api/v1${path.replace('{id}', id)}`);
  return (
    <ListRow
      title={title}
      href={paths.planStandards(id)}
      description={about.filter(Boolean).join(' · ')}
      end={
        <span className="flex items-center gap-2">
          <Badge>{t(`scopes.${scope}`)}</Badge>
          <Menu
            trigger={
              <Button
                size="small"
                variant="quiet"
                aria-label={t('more', { title })}
                icon={<Ellipsis aria-hidden />}
              >
                <span className="hidden-visually">{t('more', { title })}</span>
              </Button>
            }
          >
            <MenuItem onPress={() => router.push(paths.planStandards(id))}>{t('open')}</MenuItem>
            <MenuItem onPress={() => download(getCasePackage.path)}>{t('exportCase')}</MenuItem>
            <MenuItem onPress={() => download(getFrameworkTable.path)}>{t('exportCsv')}</MenuItem>
          </Menu>
        </span>
      }
    />
  );
}
