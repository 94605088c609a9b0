'use client';
import { type AuthoringFault, authoringFaults, withoutFault } from '@k12/plan-content/authoring-checks';
import { isRichDoc } from '@k12/plan-content/rich-text';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useEditor, useMayEdit } from '../editor-context.tsx';
import { focusPath } from '../focus-path.ts';
import { Checklist } from './checklist.tsx';

/** What keeps some readers out, each with the way there and what puts it right (UXP-89). */
export function ChecksPart() {
  const t = useTranslations('planning-editor.checks');
  const { document } = useEditor();
  const content = useSyncExternalStore(document.subscribe, document.content, document.content);
  const faults = useMemo(() => authoringFaults(content), [content]);
  return (
    <div className="grid gap-3">
      <Checklist />
      <p role="status" className="text-ink-2">
        {t('found', { count: faults.length })}
      </p>
      <ul className="grid gap-3">
        {faults.map((fault) => (
          <li
            key={`${fault.path} ${fault.at.join('.')}`}
            className="grid gap-2 rounded-card border border-line p-3"
          >
            <Fault fault={fault} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fault({ fault }: { fault: AuthoringFault }) {
  const t = useTranslations('planning-editor.checks');
  const { document } = useEditor();
  const mayEdit = useMayEdit(fault.path);
  const [words, setWords] = useState('');
  const { kind, path } = fault;
  const mend = (given = words) => {
    document.settle();
    const known = document.value(path);
    if (isRichDoc(known)) document.edit([{ op: 'set', path, value: withoutFault(known, fault, given) }]);
  };
  const asksWords = kind !== 'heading_order';
  return (
    <>
      <p className="font-medium">{t(`${kind}.title`)}</p>
      <p className="text-small text-ink-2">
        {t(`${kind}.text`)} {fault.words && <bdi className="break-all">“{fault.words}”</bdi>}
      </p>
      {mayEdit && asksWords && (
        <TextField
          label={t(`${kind}.words`)}
          value={words}
          maxLength={300}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {mayEdit && (
          <Button size="small" disabled={asksWords && words.trim() === ''} onClick={() => mend()}>
            {t(`${kind}.fix`)}
          </Button>
        )}
        {mayEdit && kind === 'missing_alt' && (
          <Button size="small" variant="quiet" onClick={() => mend('')}>
            {t('decoration')}
          </Button>
        )}
        <Button size="small" variant="quiet" onClick={() => focusPath(path)}>
          {t('go')}
        </Button>
      </div>
    </>
  );
}
