/** What the command tells the shell; documented in docs/command.md. */
export const exitCodes = {
  success: 0,
  /** A check of `validate --expect` failed, or a solve did not reach its tolerance. */
  notMet: 1,
  /** Input that cannot be used: a file, an option, a word. */
  badInput: 2,
  /** The command itself failed: a defect. */
  defect: 70,
  interrupted: 130,
} as const;
