/** The cases that the cold start compares. */
export const comparedCases = ['retaliation-lifted', 'law-of-august-2025', 'before-2025', 'us-25-on-both'];
