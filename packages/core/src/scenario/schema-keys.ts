import type { z } from 'zod';
import type { Path } from './case-document.ts';

/** What of a schema's definition leads further in. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

/** The keys that a mapping at a path may have; undefined where any are possible, or none. */
export function keysAt(schema: z.ZodType, path: Path): string[] | undefined {
  let found: z.ZodType | undefined = mappingOf(schema);
  for (const step of path) {
    const definition: Definition | undefined = found && definitionOf(found);
    const next: z.ZodType | undefined =
      definition?.shape?.[String(step)] ?? definition?.valueType ?? definition?.element;
    found = next && mappingOf(next);
  }
  const shape = found && definitionOf(found).shape;
  return shape && Object.keys(shape);
}

/** Without what makes it optional; of alternatives the mapping or list among them. */
function mappingOf(schema: z.ZodType): z.ZodType {
  const { innerType, options } = definitionOf(schema);
  if (innerType) return mappingOf(innerType);
  const inner = options?.map(mappingOf).find((option) => {
    const { shape, valueType, element } = definitionOf(option);
    return shape ?? valueType ?? element;
  });
  return inner ?? schema;
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}
