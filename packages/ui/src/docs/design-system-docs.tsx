'use client';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { SegmentedControl } from '../segmented-control.tsx';
import { SelectField } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { ThemeScope, type ThemeScopeProps } from '../theme-scope.tsx';
import type { DocEntry, DocGroup } from './entry.tsx';
import { EntryArticle } from './entry-article.tsx';
import { docEntries } from './index.ts';

const groups: readonly DocGroup[] = [
  'Foundations',
  'Actions',
  'Forms',
  'Content',
  'Navigation',
  'Floating',
  'Feedback',
  'Grids',
];

const locales = [
  { value: 'en', label: 'English' },
  { value: 'ar', label: 'العربية' },
  { value: 'de', label: 'Deutsch' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
];

type Settings = Required<Pick<ThemeScopeProps, 'theme' | 'direction' | 'density' | 'contrast' | 'locale'>>;

const atFirst: Settings = {
  theme: 'light',
  direction: 'ltr',
  density: 'comfortable',
  contrast: 'standard',
  locale: 'en',
};

/** The examples begin in the theme of the page around them. */
function themeAround(): Settings['theme'] {
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const isDark =
    scheme === 'dark' || (scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'dark' : 'light';
}

function found(entry: DocEntry, query: string): boolean {
  const words = [entry.title, entry.name, entry.purpose, ...entry.anatomy].join(' ').toLowerCase();
  return words.includes(query.trim().toLowerCase());
}

type SwitchesProps = { settings: Settings; onChange: (settings: Settings) => void };

function Switches({ settings, onChange }: SwitchesProps) {
  const set = (key: keyof Settings) => (value: string) => onChange({ ...settings, [key]: value });
  const choice = (
    key: 'theme' | 'direction' | 'density' | 'contrast',
    label: string,
    options: [string, string][],
  ) => (
    <SegmentedControl
      label={label}
      value={settings[key] ?? ''}
      onValueChange={set(key)}
      options={options.map(([value, name]) => ({ value, label: name }))}
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {choice('theme', 'Theme', [
        ['light', 'Light'],
        ['dark', 'Dark'],
      ])}
      {choice('direction', 'Direction', [
        ['ltr', 'LTR'],
        ['rtl', 'RTL'],
      ])}
      {choice('density', 'Density', [
        ['comfortable', 'Comfortable'],
        ['compact', 'Compact'],
      ])}
      {choice('contrast', 'Contrast', [
        ['standard', 'Standard'],
        ['high', 'High'],
      ])}
      <SelectField
        label="Locale"
        hideLabel
        size="small"
        options={locales}
        value={settings.locale}
        onValueChange={set('locale')}
      />
    </div>
  );
}

function Index({ entries }: { entries: readonly DocEntry[] }) {
  return (
    <nav
      aria-label="Components"
      className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] flex-col gap-4 self-start overflow-y-auto pb-4 laptop:flex"
    >
      {groups.map((group) => {
        const inside = entries.filter((entry) => entry.group === group);
        if (inside.length === 0) return null;
        return (
          <div key={group}>
            <p className="pb-1 text-mini font-semibold text-ink-3">{group}</p>
            <ul>
              {inside.map(({ name, title }) => (
                <li key={name}>
                  <a
                    href={`#${name}`}
                    className="flex min-h-7 items-center rounded-small text-small text-ink-2 hover:text-board"
                  >
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

export type DesignSystemDocsProps = { settings?: Partial<Settings> | undefined; find?: string | undefined };

/** Every component and token, live, with switches for theme, direction, density, contrast and locale. */
export function DesignSystemDocs({ settings: given, find = '' }: DesignSystemDocsProps) {
  const [query, setQuery] = useState(find);
  const [settings, setSettings] = useState<Settings>(() => ({ ...atFirst, theme: themeAround(), ...given }));
  const entries = docEntries.filter((entry) => found(entry, query));
  return (
    // Written in English for those who build pages, whatever language they read the rest in.
    <div dir="ltr" lang="en" className="mx-auto flex max-w-page flex-col gap-6 px-4 py-8 tablet:px-8">
      <header className="flex flex-col gap-4">
        <h1 className="font-serif text-title font-semibold tracking-tight tablet:text-display">
          Design system
        </h1>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <TextField
            type="search"
            label="Find a component"
            hideLabel
            placeholder="Find a component"
            icon={<Search aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <Switches settings={settings} onChange={setSettings} />
        </div>
        <p role="status" className="text-small text-ink-3">
          {entries.length} of {docEntries.length} shown
        </p>
      </header>
      <div className="grid gap-10 laptop:grid-cols-[11rem_minmax(0,1fr)]">
        <Index entries={entries} />
        <div className="flex min-w-0 flex-col gap-12">
          {entries.map((entry) => (
            <EntryArticle key={entry.name} entry={entry}>
              {(example) => (
                <ThemeScope {...settings} className="rounded-card border border-line bg-paper p-4 tablet:p-6">
                  {example}
                </ThemeScope>
              )}
            </EntryArticle>
          ))}
        </div>
      </div>
    </div>
  );
}
