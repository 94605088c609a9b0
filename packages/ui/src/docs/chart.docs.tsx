'use client';
import { CoverageStrip } from '../coverage-strip.tsx';
import { LineChart } from '../line-chart.tsx';
import { SimpleTable } from '../simple-table.tsx';
import type { DocEntry } from './entry.tsx';

function Lines() {
  return (
    <LineChart
      title="Height by week"
      summary="Beans overtake carrots in week 4; week 3 of the carrots was not measured."
      pointHead="Week"
      points={['1', '2', '3', '4', '5', '6']}
      min={0}
      max={80}
      format={(value) => `${value} cm`}
      lines={[
        { label: 'Beans', subject: 'leaf', values: [5, 12, 25, 41, 58, 74] },
        { label: 'Carrots', subject: 'amber', values: [10, 18, null, 35, 39, 44] },
      ]}
    />
  );
}

const shares = [1, 0.6, 0, 0.3, 0.8, 0, 0.5, 1, 0.4, 0.2, 0, 0.7];
const cells = (area: string, from: number) =>
  shares.map((_, at) => {
    const share = shares[(at + from) % shares.length] ?? 0;
    return { key: `${area}${at}`, label: `${area}${at + 1}, ${share > 0 ? 'planned' : 'not yet'}`, share };
  });

function Holes() {
  return (
    <CoverageStrip
      label="What is covered"
      rows={[
        { key: 'life', label: 'Living things', subject: 'leaf', cells: cells('L', 0) },
        { key: 'water', label: 'Water', subject: 'blue', cells: cells('W', 4) },
      ]}
    />
  );
}

function Table() {
  return (
    <SimpleTable
      label="Harvest"
      rows={[
        { name: 'Beans', kilos: 12.5 },
        { name: 'Carrots', kilos: 8 },
      ]}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: 'Plant', cell: ({ name }) => name },
        { key: 'kilos', header: 'Kilograms', cell: ({ kilos }) => kilos.toFixed(1), align: 'end' },
      ]}
      footer={['Together', '20.5']}
    />
  );
}

export const chartDocs: DocEntry = {
  name: 'line-chart',
  title: 'Lines, coverage and small tables',
  group: 'Content',
  purpose: 'How something went over time, where the holes are, and a few rows to read.',
  anatomy: [
    'Lines named at their end, limits at the side (line-chart)',
    'Squares, empty where nothing is (coverage-strip)',
    'A plain table without script (simple-table)',
  ],
  states: ['chart', 'table', 'gap in a line', 'hole'],
  keyboard: [
    ['Enter on the button', 'changes between chart and table'],
    ['Arrows', 'scroll a wide table'],
  ],
  speech: 'The sentence and the table; each square says what it is.',
  does: ['Leave a gap where nothing was measured'],
  donts: ['Draw more than four lines'],
  examples: [
    { title: 'Lines', Example: Lines },
    { title: 'Coverage', Example: Holes },
    { title: 'Small table', Example: Table },
  ],
};
