import { advance, agreementAtEntry, legalEvents } from '@usmca-sim/core/agreement';

const start = agreementAtEntry();
const { state, happened } = advance(start, { type: 'refusal', party: 'USA', date: '2026-07-01' });

for (const { type, date } of happened) console.log(`${date} ${type}`);
const open = legalEvents(state).byParty.CAN.map(({ type }) => type);
console.log(`Canada may now give: ${open.join(', ')}`);
