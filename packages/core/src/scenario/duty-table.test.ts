import { describe, expect, it } from 'vitest';
import type { Economy } from '../economy/economy.ts';
import { ProblemList } from '../problems/problem-list.ts';
import { readDutyTable } from './duty-table.ts';

// Codes alone: reading a table of duties looks at no flow.
const coded = (code: string) => ({ code, name: code, kind: 'goods' as const });
const economy = {
  regions: ['USA', 'CAN', 'MEX'].map(coded),
  sectors: ['STL', 'VEH'].map(coded),
} as unknown as Economy;

function read(text: string) {
  const problems = new ProblemList();
  const rows = readDutyTable('d.csv', text, economy, problems);
  let messages: string[] = [];
  try {
    problems.throwIfAny();
  } catch (error) {
    messages = (error as { problems: { message: string; place: { line: number } }[] }).problems.map(
      ({ message, place }) => `${place.line}: ${message}`,
    );
  }
  return { rows, messages };
}

describe('a table of duties', () => {
  it('reports a row of too few columns beside the problems of the others', () => {
    const { rows, messages } = read(
      'importer,exporter,sector,rate\nUSA,CAN,STL\nUSA,CAN,STEEL,25%\nUSA,MEX,VEH,2.5%\nUSA,MEX,STL,25\n',
    );
    expect(messages).toEqual([
      '2: this row has 3 columns, the header 4',
      '3: there is no sector "STEEL"',
      '5: a rate lies between 0% and 1000%, not 25',
    ]);
    expect(rows).toEqual([{ importer: 'USA', exporter: 'MEX', sector: 'VEH', share: 1, rate: 0.025 }]);
  });

  it('reads bans and shares', () => {
    const { rows, messages } = read(
      'importer,exporter,sector,rate,share\nUSA,CAN,STL,ban,10%\nUSA,CAN,STL,0.5,\n',
    );
    expect(messages).toEqual(['3: the shares given for USA from CAN in STL add up to more than 100%']);
    expect(rows[0]).toMatchObject({ rate: Number.POSITIVE_INFINITY, share: 0.1 });
  });
});
