'use client';
import { Button } from '../button.tsx';
import { Dialog, DialogClose } from '../dialog.tsx';
import { Drawer } from '../drawer.tsx';
import { TextField } from '../text-field.tsx';
import type { DocEntry } from './entry.tsx';

function Ask() {
  return (
    <Dialog
      title="Archive “North bed”?"
      description="It leaves the lists. You can bring it back for 30 days."
      trigger={<Button>Archive the bed</Button>}
      size="small"
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">Keep it</Button>
          </DialogClose>
          <DialogClose>
            <Button variant="primary">Archive</Button>
          </DialogClose>
        </>
      }
    />
  );
}

function Side() {
  return (
    <div className="flex gap-2">
      <Drawer
        title="New bed"
        trigger={<Button>Open the drawer</Button>}
        footer={<Button variant="primary">Create the bed</Button>}
      >
        <TextField label="Name" />
      </Drawer>
      <Drawer modal={false} title="North bed" trigger={<Button variant="quiet">Peek</Button>}>
        <p className="text-ink-2">The page beside it stays in use.</p>
      </Drawer>
    </div>
  );
}

export const dialogDocs: DocEntry = {
  name: 'dialog',
  title: 'Dialog and drawer',
  group: 'Floating',
  purpose:
    'A dialog asks for one decision. A drawer holds a short form or a peek at a record; on phones both come up from below.',
  anatomy: [
    'Title, which is the question',
    'Text or form',
    'Footer: the safe button first, the main one last',
  ],
  states: ['closed', 'open', 'modal', 'beside the page'],
  keyboard: [
    ['Escape', 'closes'],
    ['Tab', 'stays inside while modal'],
  ],
  speech: '“Archive North bed?, dialog”; on closing the focus goes back to where it was.',
  does: ['Say in the button what will happen'],
  donts: ['Open one for what can be done in place', 'Stack dialogs'],
  examples: [
    { title: 'Dialog', Example: Ask },
    { title: 'Drawers', Example: Side },
  ],
};
