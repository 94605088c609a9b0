'use client';
import { FormErrorSummary } from '../form-error-summary.tsx';
import { TextField } from '../text-field.tsx';
import type { DocEntry } from './entry.tsx';

function Summary() {
  return (
    <div className="grid max-w-form gap-4">
      <FormErrorSummary
        title="Two things need your attention"
        focusOnAppear={false}
        errors={[
          { message: 'Give the bed a name', field: 'example-bed' },
          { message: 'The plan was changed by somebody else; look at both versions' },
        ]}
      />
      <TextField id="example-bed" label="Name of the bed" error="Give the bed a name" required />
    </div>
  );
}

export const formErrorSummaryDocs: DocEntry = {
  name: 'form-error-summary',
  title: 'Form error summary',
  group: 'Forms',
  purpose: 'Everything that is wrong, in one place, each leading to its field.',
  anatomy: ['A sentence that counts', 'A list of links to the fields'],
  states: ['absent', 'shown and focused'],
  keyboard: [['Enter', 'goes to the field']],
  speech: '“Two things need your attention”, announced at once and focused.',
  does: ['Repeat the message at the field as well'],
  donts: ['Clear what people have typed'],
  examples: [{ title: 'With its field', Example: Summary }],
};
