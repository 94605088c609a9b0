'use client';
import { useState } from 'react';
import { Switch } from '../switch.tsx';
import type { DocEntry } from './entry.tsx';

function Switches() {
  const [on, setOn] = useState(true);
  return (
    <div className="grid max-w-form gap-3">
      <Switch label="Daily summary" hint="At 7 in the morning" checked={on} onCheckedChange={setOn} />
      <Switch label="Sounds" />
      <Switch label="Set by your administrator" disabled defaultChecked />
    </div>
  );
}

export const switchDocs: DocEntry = {
  name: 'switch',
  title: 'Switch',
  group: 'Forms',
  purpose: 'Turns something on or off at once.',
  anatomy: ['Label', 'Track and thumb', 'Hint'],
  states: ['off', 'on', 'focus', 'disabled'],
  keyboard: [['Space', 'switches it']],
  speech: '“Daily summary, switch, on”.',
  does: ['Show the effect immediately'],
  donts: ['Put one in a form with a save button'],
  examples: [{ title: 'Settings', Example: Switches }],
};
