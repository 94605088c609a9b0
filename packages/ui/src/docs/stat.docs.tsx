'use client';
import { BarChart } from '../bar-chart.tsx';
import { Sparkline } from '../sparkline.tsx';
import { Stat } from '../stat.tsx';
import type { DocEntry } from './entry.tsx';

function Numbers() {
  return (
    <div className="grid grid-cols-2 gap-6 tablet:grid-cols-3">
      <Stat label="Counted" value="41" unit="of 56" note="9 more since yesterday" tone="ok" />
      <Stat
        label="Height"
        value="84"
        unit="cm"
        chart={
          <Sparkline summary="Height, up from 71 to 84 cm in six weeks" values={[71, 72, 76, 75, 80, 84]} />
        }
      />
      <Stat label="Overdue" value="3" note="Oldest 4 days" tone="bad" />
    </div>
  );
}

function Chart() {
  return (
    <BarChart
      title="Bubbles per minute by distance"
      summary="Falls from 48 at 10 cm to 12 at 50 cm."
      columns={['Distance', 'Bubbles']}
      bars={[
        { label: '10 cm', value: 48, subject: 'leaf' },
        { label: '20 cm', value: 35, subject: 'leaf' },
        { label: '30 cm', value: 24, subject: 'leaf', highlight: true },
        { label: '40 cm', value: 17, subject: 'leaf' },
        { label: '50 cm', value: 12, subject: 'leaf' },
      ]}
    />
  );
}

export const statDocs: DocEntry = {
  name: 'stat',
  title: 'Numbers and charts',
  group: 'Content',
  purpose:
    'One number with its meaning, the shape of a series, or a few bars; always with words and a table behind.',
  anatomy: ['Label, number, unit, note', 'Sparkline with a spoken summary', 'Bars labelled where they stand'],
  states: ['chart', 'table'],
  keyboard: [['Enter on the button', 'changes between chart and table']],
  speech: 'The summary; the table holds every number.',
  does: ['Say what there is to see'],
  donts: ['Use a legend where a label fits', 'Show a chart of two numbers'],
  examples: [
    { title: 'Numbers', Example: Numbers },
    { title: 'Bars', Example: Chart },
  ],
};
