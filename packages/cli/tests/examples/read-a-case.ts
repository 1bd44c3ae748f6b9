import { economy2024, lawOf } from '@usmca-sim/data';
import { caseLibrary, readCase } from '@usmca-sim/scenarios';

const economy = economy2024();
const { title, asOf, changes } = await readCase('retaliation-lifted', {
  economy,
  law: lawOf(economy),
});
console.log(caseLibrary().locate('retaliation-lifted'));
console.log(`${title}: ${changes.length} changes to ${asOf}`);
