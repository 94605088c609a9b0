'use client';
import {
  type DocumentLink,
  deleteDocumentLink,
  type DocumentLinks as Links,
  LinkType,
  listDocumentLinks,
  putDocumentLinkOrder,
} from '@k12/contracts/planning/document-links';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { PlanStateBadges } from '../plan-state.tsx';

const AddLink = dynamic(
  loaded(() => import('./add-link.tsx').then((module) => module.AddLink)),
  { loading: nothingYet },
);

/** What the document contains, comes from and is aligned with, and which documents name it: drawn both ways. */
export function DocumentLinks({ documentId }: { documentId: string }) {
  const t = useTranslations('planning-documents');
  const { data: links } = useApi(listDocumentLinks, { params: { id: documentId } });
  const [isAdding, setAdding] = useState(false);
  if (!links) return null;
  const types = LinkType.options.filter((type) => links.data.some((link) => link.type === type));
  return (
    <section aria-label={t('links')} className="mt-6 rounded-card border border-line bg-raised p-4">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-body font-semibold">{t('links')}</h2>
        {links.can.update && (
          <Button size="small" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t('addLink')}
          </Button>
        )}
      </div>
      {links.data.length === 0 && links.linked_from.length === 0 && (
        <p className="mt-2 text-small text-ink-3">{t('noLinks')}</p>
      )}
      {types.map((type) => (
        <LinksOfType key={type} documentId={documentId} type={type} links={links} />
      ))}
      {links.linked_from.length > 0 && (
        <div className="mt-4">
          <h3 className="text-small font-semibold text-ink-3">{t('linkedFrom')}</h3>
          <ul>
            {links.linked_from.map((link) => (
              <LinkRow key={link.id} link={link} prefix={t(`from.${link.type}`)} />
            ))}
          </ul>
        </div>
      )}
      {links.hidden_count > 0 && (
        <p className="mt-3 text-small text-ink-3">{t('hiddenLinks', { count: links.hidden_count })}</p>
      )}
      {isAdding && <AddLink documentId={documentId} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface OfType {
  documentId: string;
  type: LinkType;
  links: Links;
}

function LinksOfType({ documentId, type, links }: OfType) {
  const t = useTranslations('planning-documents');
  const attempt = useAttempt();
  const remove = useChange(deleteDocumentLink, ['curriculum_documents.', 'unit_plans.']);
  const order = useChange(putDocumentLinkOrder, ['curriculum_documents.']);
  const params = { id: documentId };
  const rows = links.data.filter((link) => link.type === type);
  const move = (at: number, by: 1 | -1) => {
    const link_ids = rows.map(({ id }) => id);
    const [moved = ''] = link_ids.splice(at, 1);
    link_ids.splice(at + by, 0, moved);
    return attempt(() => order({ params, body: { type, link_ids } }));
  };
  return (
    <div className="mt-4">
      <h3 className="text-small font-semibold text-ink-3">{t(`to.${type}`)}</h3>
      <ol>
        {rows.map((link, at) => (
          <LinkRow key={link.id} link={link}>
            {links.can.update && (
              <span className="flex shrink-0">
                <IconButton
                  size="small"
                  label={t('up', { title: link.plan.title })}
                  icon={<ArrowUp aria-hidden />}
                  disabled={at === 0}
                  onClick={() => void move(at, -1)}
                />
                <IconButton
                  size="small"
                  label={t('down', { title: link.plan.title })}
                  icon={<ArrowDown aria-hidden />}
                  disabled={at === rows.length - 1}
                  onClick={() => void move(at, 1)}
                />
                <IconButton
                  size="small"
                  label={t('unlink', { title: link.plan.title })}
                  icon={<X aria-hidden />}
                  onClick={() => void attempt(() => remove({ params: { ...params, link_id: link.id } }))}
                />
              </span>
            )}
          </LinkRow>
        ))}
      </ol>
    </div>
  );
}

function LinkRow(props: { link: DocumentLink; prefix?: string; children?: React.ReactNode }) {
  const { link, prefix, children } = props;
  const { plan } = link;
  const href = plan.kind === 'unit' ? paths.planUnit(plan.id) : paths.planDocument(plan.id);
  return (
    <li className="flex min-h-row items-center gap-2 border-line border-b last:border-b-0">
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {prefix && <span className="text-ink-3">{prefix} </span>}
        <AppLink href={href} className="text-ink underline decoration-line-strong underline-offset-3">
          <bdi>{plan.title}</bdi>
        </AppLink>
      </span>
      <span className="flex shrink-0 gap-1 max-tablet:hidden">
        <PlanStateBadges plan={{ ...plan, current_version_number: null }} />
      </span>
      {children}
    </li>
  );
}
