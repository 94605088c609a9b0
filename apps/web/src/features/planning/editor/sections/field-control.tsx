'use client';
import type { PackField, PackSection } from '@k12/contracts/planning/packs';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { loaded, withPage } from '@/lib/loaded-part.tsx';
import { RichTextField } from '../rich-text/rich-text-field.tsx';
import { ChoiceControl } from './choice-control.tsx';
import { PlainText } from './plain-text.tsx';
import { RatingControl } from './rating-control.tsx';

const NumberControl = dynamic(
  withPage(loaded(() => import('./number-control.tsx').then((module) => module.NumberControl))),
);

const DateRangeControl = dynamic(
  withPage(loaded(() => import('./date-range-control.tsx').then((module) => module.DateRangeControl))),
);

interface Props {
  field: PackField | PackSection;
  path: string;
  label: string;
  placeholder?: string | undefined;
  look?: 'document' | 'row' | 'strong' | undefined;
}

/** What edits one value, by its kind: the same for a whole section and for a field of a repeating group. */
export const FieldControl = memo(function FieldControl({ field, path, label, placeholder, look }: Props) {
  const common = { field, path, label };
  switch (field.kind) {
    case 'text':
      return <PlainText path={path} label={label} placeholder={placeholder} look={look} />;
    case 'rich_text':
      return <RichTextField path={path} label={label} placeholder={placeholder} />;
    case 'choice':
    case 'choices':
      return <ChoiceControl {...common} />;
    case 'number':
      return <NumberControl {...common} />;
    case 'rating':
      return <RatingControl {...common} />;
    case 'date_range':
      return <DateRangeControl {...common} />;
    default:
      return null;
  }
});
