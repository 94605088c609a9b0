'use client';
import clsx from 'clsx';
import { Camera, Upload } from 'lucide-react';
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Field, type FieldText, splitField } from './field.tsx';
import { useUiText } from './ui-text.tsx';

export type FileDropProps = FieldText & {
  onFiles: (files: File[]) => void;
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Offers the camera on devices that have one; `self` is the one that faces the person. */
  camera?: boolean | 'self' | undefined;
  id?: string | undefined;
};

function useDrop(onFiles: (files: File[]) => void, disabled: boolean | undefined) {
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = Array.from(list ?? []);
    if (files.length > 0 && !disabled) onFiles(files);
  };
  return {
    over,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      take(event.target.files);
      event.target.value = '';
    },
    zone: {
      onPaste: (event: ClipboardEvent) => take(event.clipboardData.files),
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      },
    },
  };
}

/** Choosing always works; dropping, pasting and the camera are shorter ways to the same thing. */
export function FileDrop(props: FileDropProps) {
  const text = useUiText();
  const [field, { onFiles, accept, multiple, disabled, camera, id }] = splitField(props);
  const { over, onChange, zone } = useDrop(onFiles, disabled);
  const file = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  return (
    <Field {...field} id={id}>
      {(control) => (
        <fieldset
          {...zone}
          className={clsx(
            'flex min-w-0 flex-wrap items-center justify-center gap-2 rounded-card border border-dashed border-line-control p-5 text-center',
            over ? 'border-board bg-board-tint' : 'bg-canvas',
          )}
        >
          <input
            {...control}
            // What stands on the button belongs to its name: it is called by it when spoken to.
            aria-label={typeof field.label === 'string' ? `${field.label}: ${text.chooseFiles}` : undefined}
            ref={file}
            type="file"
            accept={accept}
            multiple={multiple}
            disabled={disabled}
            onChange={onChange}
            className="peer hidden-visually"
          />
          <Button
            icon={<Upload aria-hidden />}
            disabled={disabled}
            tabIndex={-1}
            aria-hidden
            onClick={() => file.current?.click()}
            className="peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-board"
          >
            {text.chooseFiles}
          </Button>
          {camera && (
            <>
              <input
                ref={photo}
                type="file"
                accept="image/*"
                capture={camera === 'self' ? 'user' : 'environment'}
                onChange={onChange}
                hidden
              />
              <Button
                icon={<Camera aria-hidden />}
                disabled={disabled}
                onClick={() => photo.current?.click()}
              >
                {text.takePhoto}
              </Button>
            </>
          )}
          <p className="w-full text-small text-ink-3">{text.pasteOrDrop}</p>
        </fieldset>
      )}
    </Field>
  );
}
