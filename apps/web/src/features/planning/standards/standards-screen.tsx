'use client';
import { listFrameworks } from '@k12/contracts/planning/standard-frameworks';
import { searchStandards } from '@k12/contracts/planning/standards';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { FrameworkTools } from './framework-tools.tsx';
import { StandardDetail } from './standard-detail.tsx';
import { StandardTree } from './standard-tree.tsx';

/** Frameworks as a tree beside the standard that is chosen; each standard has an address of its own (PLN-84). */
export function StandardsScreen() {
  const t = useTranslations('planning-standards');
  const { read, write } = useAddress();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const chosen =
    read('framework') ||
    frameworks.data?.data.find((row) => row.standards_count > 0)?.id ||
    frameworks.data?.data[0]?.id;
  const standard = read('standard');
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <RegionBody reply={frameworks}>
        {({ data }) =>
          !chosen ? (
            <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
          ) : (
            <>
              <div className="mb-4 grid gap-2 tablet:grid-cols-[minmax(0,24rem)_minmax(0,22rem)]">
                <ListSearch label={t('search')} />
                <SelectField
                  label={t('framework')}
                  hideLabel
                  value={chosen}
                  onValueChange={(framework) => write({ framework, standard: null })}
                  options={data.map(({ id, title }) => ({ value: id, label: title }))}
                />
              </div>
              <FrameworkTools framework={data.find(({ id }) => id === chosen)} />
              <div className="grid items-start gap-6 laptop:grid-cols-[minmax(0,1fr)_24rem]">
                {read('q') ? (
                  <Found q={read('q')} />
                ) : (
                  <StandardTree
                    key={chosen}
                    frameworkId={chosen}
                    chosen={standard}
                    onChoose={(id) => write({ standard: id })}
                    canMove={data.find(({ id }) => id === chosen)?.can.update}
                    withRetired={read('retired') === 'yes'}
                  />
                )}
                {standard && (
                  <StandardDetail
                    id={standard}
                    frameworks={data}
                    onChoose={(id) => write({ standard: id })}
                  />
                )}
              </div>
            </>
          )
        }
      </RegionBody>
    </>
  );
}

function Found({ q }: { q: string }) {
  const t = useTranslations('planning-standards');
  const { write } = useAddress();
  const reply = useApi(searchStandards, { query: { q } });
  return (
    <RegionBody reply={reply}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title={t('notFound')}>{t('notFoundText')}</EmptyState>
        ) : (
          <List framed label={t('found')}>
            {data.map(({ id, code, statement, framework_title }) => (
              <ListRow
                key={id}
                title={code || statement}
                description={`${code ? `${statement} · ` : ''}${framework_title}`}
                onPress={() => write({ standard: id })}
              />
            ))}
          </List>
        )
      }
    </RegionBody>
  );
}
