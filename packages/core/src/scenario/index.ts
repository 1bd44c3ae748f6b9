/** What the author of a case asks for: the language of cases, read and checked. */
export { type CaseFiles, caseId, type FileKind, longestFile } from './case-files.ts';
export { scenarioJsonSchema } from './case-json-schema.ts';
export { caseDefaults, elasticitiesFault, horizonYears } from './choices.ts';
export { type MeasureId, type MeasureKeys, measureKeys } from './measures.ts';
export { newCaseTemplate } from './new-case-template.ts';
export { type CaseContext, parseScenario } from './parse-scenario.ts';
export type { Expectation, Scenario } from './scenario.ts';
