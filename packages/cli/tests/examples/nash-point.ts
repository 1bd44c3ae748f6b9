import { bargainingProblem, nashPoint } from '@usmca-sim/core/bargaining';

const packages = [
  [1, 0],
  [0, 1],
];
const { payoffs } = nashPoint(bargainingProblem(packages, [0.2, 0.1]), {
  over: 'lotteries',
});
console.log(payoffs.map((payoff) => payoff.toFixed(2)).join(', '));
