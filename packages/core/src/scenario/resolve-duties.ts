import type { DutyRow } from '../tariffs/change.ts';
import { besideCase, pathFault, readCaseFile } from './case-files.ts';
import type { ChangeContext, Effect, WrittenChange } from './change-context.ts';
import { readDutyTable } from './duty-table.ts';

/** A table of duties beside the case. */
export function resolveDuties({ layer, path }: WrittenChange, context: ChangeContext): Effect | undefined {
  const { economy, files, problems } = context;
  const table = layer.text([...path, 'duties'])!;
  const place = layer.place([...path, 'duties']);
  const as = layer.text([...path, 'as']) as 'additional' | 'ordinary' | undefined;
  const fault = pathFault(table);
  if (fault) {
    const message = `the path "${table}" ${fault}`;
    problems.add(
      'path-leaves-folder',
      message,
      place,
      'keep the table beside the case and give its name alone',
    );
    return undefined;
  }
  const tablePath = besideCase(layer.path, table);
  const read = readCaseFile(files, tablePath);
  if ('fault' in read) {
    problems.add('unreadable-file', read.fault, place, read.advice);
    return undefined;
  }
  const rows: DutyRow[] = readDutyTable(
    files.display?.(tablePath) ?? tablePath,
    read.text,
    economy,
    problems,
  );
  return as && { verb: 'duties', as, table, rows };
}
