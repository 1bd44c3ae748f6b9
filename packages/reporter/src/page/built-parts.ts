import { readFileSync } from 'node:fs';

/** The page's stylesheet and scripts, as the build has bundled them. */
export interface BuiltParts {
  readonly style: string;
  /** Answers the reader. */
  readonly script: string;
  /** Makes another view of the report. */
  readonly maker: string;
}

let read: BuiltParts | undefined;

/**
 * Reads what the build has put beside the compiled package; the same place whether sources or the build run.
 *
 * @throws Error that says what to run, where the build has not been there.
 */
export function builtParts(): BuiltParts {
  read ??= { style: partOf('page.css'), script: partOf('page.js'), maker: partOf('report-maker.js') };
  return read;
}

function partOf(name: string): string {
  const file = new URL(`../../dist/page-bundle/${name}`, import.meta.url);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new Error(`the page has not been built: ${name} is missing; run "npm run build"`, { cause: error });
  }
}
