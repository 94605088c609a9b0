'use client';
import { listResourceTags } from '@k12/contracts/planning/resources';
import { AddTag } from '@k12/ui/tag';
import { TextField } from '@k12/ui/text-field';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';

const mostSuggestions = 6;

interface Props {
  value: string;
  onValueChange: (value: string) => void;
}

/** Tags with commas between them; those in use are offered while one is typed (PLN-129). */
export function TagsField({ value, onValueChange }: Props) {
  const t = useTranslations('planning-resources');
  const parts = value.split(',');
  const typed = (parts.at(-1) ?? '').trim();
  const reply = useApi(listResourceTags, { query: typed ? { q: typed } : {} });
  const have = new Set(tagsIn(value).map((tag) => tag.toLowerCase()));
  const offered = (reply.data?.data ?? []).filter(({ tag }) => !have.has(tag.toLowerCase()));
  const take = (tag: string) => onValueChange([...tagsIn(parts.slice(0, -1).join(',')), tag, ''].join(', '));
  return (
    <div className="grid gap-2">
      <TextField
        label={t('tags')}
        hint={t('tagsHint')}
        autoComplete="off"
        dir="auto"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
      />
      {offered.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {offered.slice(0, mostSuggestions).map(({ tag }) => (
            <AddTag key={tag} icon={<Plus aria-hidden />} onClick={() => take(tag)}>
              {tag}
            </AddTag>
          ))}
        </div>
      )}
    </div>
  );
}

export function tagsIn(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
