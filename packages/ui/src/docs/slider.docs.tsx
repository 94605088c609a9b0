'use client';
import { useState } from 'react';
import { Slider } from '../slider.tsx';
import type { DocEntry } from './entry.tsx';

function Share() {
  const [share, setShare] = useState(40);
  return (
    <div className="max-w-form">
      <Slider
        label="Weight"
        value={share}
        onValueChange={setShare}
        step={5}
        format={(value) => `${value} %`}
      />
    </div>
  );
}

export const sliderDocs: DocEntry = {
  name: 'slider',
  title: 'Slider',
  group: 'Forms',
  purpose: 'A rough amount one can feel.',
  anatomy: ['Label and value', 'Track', 'Thumb'],
  states: ['rest', 'focus', 'dragged', 'disabled'],
  keyboard: [
    ['Arrows', 'one step'],
    ['Page Up and Page Down', 'ten steps'],
    ['Home and End', 'the limits'],
  ],
  speech: '“Weight, slider, 40 %”.',
  does: ['Show the value while it moves'],
  donts: ['Ask for an exact number with it'],
  examples: [{ title: 'A share', Example: Share }],
};
