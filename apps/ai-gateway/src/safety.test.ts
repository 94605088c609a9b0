import { expect, test } from 'vitest';
import { checkInput, checkOutput, type InputStage } from './safety.ts';

const stage = (name: string, outcome: 'passed' | 'blocked', ran: string[]): InputStage => ({
  name,
  check: async () => {
    ran.push(name);
    return outcome;
  },
});

test('stages run in order and the first block ends the chain', async () => {
  const ran: string[] = [];
  const stages = [
    stage('first', 'passed', ran),
    stage('second', 'blocked', ran),
    stage('third', 'passed', ran),
  ];
  expect(await checkInput([], stages)).toBe('blocked');
  expect(ran).toEqual(['first', 'second']);
});

test('all stages passing is a pass, no stage at all is not', async () => {
  expect(await checkOutput('text', [{ name: 'only', check: async () => 'passed' }])).toBe('passed');
  expect(await checkOutput('text')).toBe('not_checked');
});
