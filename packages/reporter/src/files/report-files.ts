import type { ReportDocument } from '../renderers/renderer.ts';
import type { ReportFile, ReportFormat } from './report-format.ts';

/**
 * The files of a report in some formats, in the order of these. What is made on a thread of its own is begun first, and
 * everything else is made meanwhile, one format after another.
 *
 * @param before called and awaited before each format: the place to say how far it is, or to stop.
 */
export async function reportFiles(
  document: ReportDocument,
  formats: readonly ReportFormat[],
  before?: (format: ReportFormat) => Promise<void>,
): Promise<ReportFile[]> {
  const begun = new Map<ReportFormat, () => Promise<readonly ReportFile[]>>();
  for (const format of formats) if (format.begin) begun.set(format, await format.begin(document));
  const made: ReportFile[] = [];
  for (const format of formats) {
    await before?.(format);
    made.push(...(await (begun.get(format)?.() ?? format.files(document))));
  }
  return made;
}
