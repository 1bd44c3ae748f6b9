/** An offer that lies on the table, and which partners have confirmed it so far: indices of parties. */
export interface OpenOffer {
  /** Index into `NegotiationTable.packages`. */
  readonly package: number;
  readonly confirmedBy: readonly number[];
}

/** A state of the conflict of a review year: a feasible combination of the governments' options. */
export interface ConflictState {
  /** `s0` is how things stand when the year begins; the others in the order in which moves lead to them. */
  readonly id: string;
  /** Index of the state of the game in which the next move would be made; an offer or a notice leaves it as it was. */
  readonly at: number;
  /** Index of the state of the game that lasts if nobody moves: a notice that nobody takes back runs out. */
  readonly held: number;
  readonly offer?: OpenOffer;
  /** Whether the proposer's notice of withdrawal is running. */
  readonly notice: boolean;
  /** Index into the packages of what has been signed this year. */
  readonly signed?: number;
  /** Escalations imposed and lifted since the year began, or since what has been signed: indices. */
  readonly imposed: readonly number[];
  readonly lifted: readonly number[];
}

/** What one government can do alone. */
export interface ConflictMove {
  /** Indices of the party and of states. */
  readonly player: number;
  readonly from: number;
  readonly to: number;
  /** As the review names its moves and what they are about. */
  readonly about: string;
  readonly move: string;
}
