/** Why no equilibrium came back. */
export type EquilibriumErrorCode = 'no-equilibrium' | 'not-converged';

/** A solve that did not reach its tolerance. It carries no numbers that could be taken for a result. */
export class EquilibriumError extends Error {
  override readonly name = 'EquilibriumError';
  readonly code: EquilibriumErrorCode;
  /** Largest residual at the last sweep; NaN where there was none. */
  readonly residual: number;
  readonly sweeps: number;
  /** Code of the region where the residual was largest, or that cannot trade as it must. */
  readonly region: string;

  constructor(
    code: EquilibriumErrorCode,
    message: string,
    details: { residual: number; sweeps: number; region: string },
  ) {
    super(message);
    this.code = code;
    this.residual = details.residual;
    this.sweeps = details.sweeps;
    this.region = details.region;
  }
}
