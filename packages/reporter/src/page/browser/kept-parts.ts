import type { MadeOf } from '../../renderers/renderer.ts';

/** What another view is made with: the functions that made the report, and the results that it was made of. */
export interface Kept {
  readonly maker: typeof import('./report-maker.ts');
  readonly madeOf: MadeOf;
}

/** The name under which the script of `report-maker.ts` leaves its functions; the build says it too. */
declare const usmcaSimReportMaker: Kept['maker'];

/** What the page carries packed, unpacked when it is first asked for. */
export function keptParts(): () => Promise<Kept> {
  let known: Promise<Kept> | undefined;
  return () => {
    known ??= unpackedParts();
    return known;
  };
}

/** Browsers before 2023 cannot, and show the page as it was written. */
export const canUnpack = typeof DecompressionStream === 'function';

async function unpackedParts(): Promise<Kept> {
  const results = unzipped('results');
  const script = document.createElement('script');
  // The policy of the page lets it run by its hash.
  script.textContent = new TextDecoder().decode(await unzipped('report-maker'));
  document.body.append(script);
  return { maker: usmcaSimReportMaker, madeOf: usmcaSimReportMaker.unpacked(await results) as MadeOf };
}

async function unzipped(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(atob(document.getElementById(id)!.textContent), (letter) =>
    letter.charCodeAt(0),
  );
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
