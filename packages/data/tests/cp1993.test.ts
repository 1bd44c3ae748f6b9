import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Economy, type Problem, tradeBetweenParties } from '@usmca-sim/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { economyIn } from '../src/index.ts';
import { type Cp1993, convertCp1993, cp1993Available, cp1993Folder, naftaDuties } from './convert-cp1993.js';

if (!cp1993Available)
  console.warn('The 1993 data of Caliendo and Parro are not beside the checkout: skipped.');

// A user's own data in earnest: somebody else's, 31 regions by 40 sectors, accounts that do not balance.
describe.skipIf(!cp1993Available)('the 1993 data of Caliendo and Parro as an economy folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usmca-sim-cp1993-'));
  const notes: Problem[] = [];
  let data: Cp1993;
  let economy: Economy;

  beforeAll(() => {
    data = convertCp1993(cp1993Folder, folder);
    economy = economyIn(folder, (note) => notes.push(note));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps every published number', () => {
    expect(economy.regions.map((region) => region.name)).toEqual(data.regions);
    expect(economy.sectors.map((sector) => sector.name)).toEqual(data.sectors);
    expect(economy.flow).toEqual(data.trade);
    expect(economy.duty).toEqual(data.tariff);
    expect(economy.deficit).toEqual(data.deficit);
    expect([...economy.elasticities.get('caliendo-parro')!]).toEqual(data.theta);
  });

  test('takes shares as the authors do: of inputs plus value added, of final consumption', () => {
    const J = 40;
    let worst = 0;
    for (let n = 0; n < 31; n++) {
      let final = 0;
      for (let j = 0; j < J; j++) final += data.finalConsumption[n * J + j]!;
      let valueAdded = 0;
      for (let j = 0; j < J; j++) {
        const cell = n * J + j;
        let output = data.valueAdded[cell]!;
        for (let k = 0; k < J; k++) output += data.intermediate[(n * J + k) * J + j]!;
        valueAdded += data.valueAdded[cell]!;
        worst = Math.max(worst, Math.abs(economy.valueAddedShare[cell]! - data.valueAdded[cell]! / output));
        worst = Math.max(worst, Math.abs(economy.finalShare[cell]! - data.finalConsumption[cell]! / final));
        for (let k = 0; k < J; k++) {
          const at = (n * J + k) * J + j;
          worst = Math.max(worst, Math.abs(economy.inputShare[at]! - data.intermediate[at]! / output));
        }
      }
      expect(economy.valueAdded[n]! / valueAdded).toBeCloseTo(1, 13);
    }
    expect(worst).toBeLessThan(1e-14);
  });

  test('notes the one negative input of the published tables and leaves the accounts to the model', () => {
    expect(notes.map((note) => note.code)).toEqual(['negative-input-share']);
    expect(notes[0]!.place!.file).toContain('input_shares.csv');
    expect(economy.accounts).toBe('to-be-balanced');
    expect(tradeBetweenParties(economy)).toHaveLength(6);
  });

  test('lies beside the NAFTA tariffs, which differ from those of 1993 between the three alone', () => {
    const [head, ...rows] = readFileSync(join(folder, naftaDuties), 'utf8').trim().split('\n');
    expect(head).toBe('importer,exporter,sector,rate');
    const pairs = new Set(rows.map((row) => row.split(',').slice(0, 2).sort().join(' ')));
    expect([...pairs].sort()).toEqual(['CAN MEX', 'CAN USA', 'MEX USA']);
  });
});
