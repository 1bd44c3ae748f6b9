import { regionSizes } from '@usmca-sim/core';
import { economy2024, lawOf } from '@usmca-sim/data';
import { agreementOn } from '@usmca-sim/data/agreement';

const economy = economy2024();
const { covered, measures } = lawOf(economy);
const { name, imports } = regionSizes(economy)[0]!;
console.log(`${name} imports ${Math.round(imports / 1000)} billion US$ in ${economy.year}`);
console.log(`${measures.length} measures, from ${covered.first} to ${covered.last}`);
console.log(`the agreement on 19 September 2025: ${agreementOn('2025-09-19').regime}`);
