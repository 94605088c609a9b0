'use client';
import type { FacetValue, SearchPage } from '@k12/contracts/planning/search';
import { Button } from '@k12/ui/button';
import { Tag } from '@k12/ui/tag';
import clsx from 'clsx';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useFacetLabel } from './facet-label.ts';
import { type SearchFacet, searchFacets } from './search-view.ts';

/** What the results divide into, with counts; a choice narrows them and goes into the address. */
export function SearchFacets({ facets }: { facets: SearchPage['facets'] }) {
  const t = useTranslations('planning-search');
  const { read, write } = useAddress();
  const labelOf = useFacetLabel();
  const [isOpen, setOpen] = useState(false);
  const choose = (change: Record<string, string>) => {
    write(change);
    setOpen(false);
  };
  const chosen = searchFacets.filter((name) => read(name));
  const left = searchFacets.filter((name) => !read(name) && facets[name].length > 1);
  return (
    <div className="flex flex-col gap-3 laptop:gap-5">
      {chosen.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {chosen.map((name) => (
            <Tag key={name} label={labelOf(name, read(name))} onRemove={() => write({ [name]: null })} />
          ))}
        </div>
      )}
      {left.length > 0 && (
        <Button
          className="w-fit laptop:hidden"
          size="small"
          icon={<ListFilter aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('narrow')}
        </Button>
      )}
      {/* On a phone the results come first; what narrows them is one touch away. */}
      <div className={clsx('flex-col gap-5 laptop:flex', isOpen ? 'flex' : 'hidden')}>
        {left.map((name) => (
          <section key={name} aria-label={t(`facets.${name}`)}>
            <h2 className="mb-1 text-small font-semibold text-ink-2">{t(`facets.${name}`)}</h2>
            <ul className="max-laptop:flex max-laptop:flex-wrap">
              {facets[name].slice(0, 8).map((value) => (
                <FacetChoice key={value.value} name={name} value={value} onChoose={choose} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  name: SearchFacet;
  value: FacetValue;
  onChoose: (change: Record<string, string>) => void;
}

function FacetChoice({ name, value, onChoose }: ChoiceProps) {
  const labelOf = useFacetLabel();
  return (
    <li>
      <Button variant="quiet" size="small" onClick={() => onChoose({ [name]: value.value })}>
        <span className="truncate">{labelOf(name, value.value)}</span>
        <span className="tabular-nums text-ink-3">{value.count}</span>
      </Button>
    </li>
  );
}
