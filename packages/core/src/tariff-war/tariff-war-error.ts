/** A tariff war that did not settle. It carries no duties that could be taken for an answer. */
export class TariffWarError extends Error {
  override readonly name = 'TariffWarError';
  readonly code = 'not-converged';
  readonly rounds: number;
  /** Largest change of a duty in the last round, in logs. */
  readonly lastChange: number;

  constructor(message: string, details: { rounds: number; lastChange: number }) {
    super(message);
    this.rounds = details.rounds;
    this.lastChange = details.lastChange;
  }
}
