/** What a formula may call. */
const formulaFunctions = ['min', 'max', 'abs', 'sqrt', 'exp', 'log', 'round', 'floor', 'ceil'] as const;

const operators = ['add', 'subtract', 'multiply', 'divide', 'pow', 'unaryMinus', 'unaryPlus'] as const;
/** Words that the parser takes for something other than a name. */
const reserved = [
  ...formulaFunctions,
  ...[
    'and',
    'end',
    'false',
    'in',
    'Infinity',
    'mod',
    'NaN',
    'not',
    'null',
    'or',
    'to',
    'true',
    'undefined',
    'xor',
  ],
];
const longestFormula = 200;
const longestNumber = 60;
const longestName = 60;

export interface FormulaFault {
  readonly message: string;
  readonly advice?: string;
}

export interface Formula {
  /** The quantities that it uses. */
  readonly names: readonly string[];
  /** Not a number where the formula has no value. */
  evaluate(values: Readonly<Record<string, number>>): number;
}

/** The number that a text is as it stands: `0.25`, `25%`, `-5 %`, `1e3`; undefined for anything else. */
export function literalNumber(text: string): number | undefined {
  // Nobody writes a longer number, and matching one takes longer than its length.
  if (text.length > longestNumber) return undefined;
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(text);
  if (!match) return undefined;
  return match[2] ? percent(match[1]!) : Number(match[1]);
}

/** The number that is written, not the nearest one below or above it: 7% is 0.07. */
function percent(digits: string): number {
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) - 2}`);
}

/** Why a word cannot name a quantity, or undefined when it can. */
export function quantityNameFault(name: string): FormulaFault | undefined {
  if (name.length > longestName) {
    return {
      message: `the name of a quantity has at most ${longestName} characters; this has ${name.length}`,
    };
  }
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
    if (!(reserved as readonly string[]).includes(name)) return undefined;
    return {
      message: `"${name}" already means something in a formula`,
      advice: 'choose another name',
    };
  }
  const better = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^[^A-Za-z]+|_+$/g, '');
  return {
    message: `"${name}" cannot be the name of a quantity: names have letters, digits and _`,
    ...(better ? { advice: `write ${better}` } : {}),
  };
}

const whatMayBeUsed = `a formula may use + - * / ^, parentheses, named quantities and ${formulaFunctions.join(', ')}`;

/**
 * Reads a formula over named quantities. It is parsed and evaluated by mathjs, after every node of it has been
 * found on a closed list: numbers, names, arithmetic, parentheses and `formulaFunctions`.
 */
export async function readFormula(text: string): Promise<Formula | FormulaFault> {
  if (text.length > longestFormula) {
    return {
      message: `a formula has at most ${longestFormula} characters; this has ${text.length}`,
    };
  }
  // 10% is a tenth wherever it stands; to mathjs, "a + 10%" would be a tenth more than a.
  const plain = text.replace(/(\d+\.?\d*|\.\d+)\s*%/g, (_, digits: string) => `(${percent(digits)})`);
  const math = await loadMath();
  let node: MathNode;
  try {
    node = math.parse(plain);
  } catch {
    return {
      message: `"${text}" is neither a number nor a formula`,
      advice: whatMayBeUsed,
    };
  }
  const names = new Set<string>();
  const fault = checkNode(node, names);
  if (fault) return { message: `${fault} in "${text}"`, advice: whatMayBeUsed };
  return {
    names: [...names],
    evaluate: (values) => {
      try {
        const result = node.evaluate(new Map(Object.entries(values)));
        return typeof result === 'number' ? result : Number.NaN;
      } catch {
        // A function that was given too many numbers.
        return Number.NaN;
      }
    },
  };
}

/** What a node of the parsed formula has, as far as it is looked at here. */
interface MathNode {
  readonly type: string;
  readonly name?: string;
  readonly fn?: string | MathNode;
  readonly implicit?: boolean;
  readonly value?: unknown;
  readonly args?: readonly MathNode[];
  readonly content?: MathNode;
  evaluate(scope: Map<string, unknown>): unknown;
}

/** What is not allowed in a formula, in words, or undefined; gathers the names it uses. */
function checkNode(node: MathNode, names: Set<string>): string | undefined {
  switch (node.type) {
    case 'ConstantNode':
      return typeof node.value === 'number' ? undefined : `${JSON.stringify(node.value)} is not a number`;
    case 'SymbolNode':
      names.add(node.name!);
      return undefined;
    case 'ParenthesisNode':
      return checkNode(node.content!, names);
    case 'OperatorNode': {
      if (node.implicit) return 'a multiplication sign (*) is missing';
      if (!(operators as readonly unknown[]).includes(node.fn))
        return 'there is an operator that is not arithmetic';
      return checkAll(node.args!, names);
    }
    case 'FunctionNode': {
      const called = typeof node.fn === 'object' && node.fn.type === 'SymbolNode' ? node.fn.name! : undefined;
      if (called === undefined) return 'something other than a named function is called';
      if (!(formulaFunctions as readonly string[]).includes(called)) return `"${called}" may not be called`;
      if (node.args!.length === 0) return `"${called}" needs a number`;
      return checkAll(node.args!, names);
    }
    default:
      return `there is ${described[node.type] ?? 'something that is not arithmetic'}`;
  }
}

const described: Record<string, string> = {
  AccessorNode: 'an access to a property',
  ArrayNode: 'a list',
  AssignmentNode: 'an assignment',
  BlockNode: 'more than one formula',
  ConditionalNode: 'a condition',
  FunctionAssignmentNode: 'the definition of a function',
  IndexNode: 'an index',
  ObjectNode: 'a mapping',
  RangeNode: 'a range',
  RelationalNode: 'a comparison',
};

function checkAll(nodes: readonly MathNode[], names: Set<string>): string | undefined {
  for (const node of nodes) {
    const fault = checkNode(node, names);
    if (fault) return fault;
  }
  return undefined;
}

let loaded: Promise<{ parse(text: string): MathNode }> | undefined;

/** Loaded by the first formula only: it takes longer to load than everything else together. */
function loadMath(): Promise<{ parse(text: string): MathNode }> {
  loaded ??= import('mathjs/number').then((mathjs) => {
    const { create, parseDependencies } = mathjs;
    const functions = [
      mathjs.addDependencies,
      mathjs.subtractDependencies,
      mathjs.multiplyDependencies,
      mathjs.divideDependencies,
      mathjs.powDependencies,
      mathjs.unaryMinusDependencies,
      mathjs.unaryPlusDependencies,
      mathjs.minDependencies,
      mathjs.maxDependencies,
      mathjs.absDependencies,
      mathjs.sqrtDependencies,
      mathjs.expDependencies,
      mathjs.logDependencies,
      mathjs.roundDependencies,
      mathjs.floorDependencies,
      mathjs.ceilDependencies,
    ];
    const math = create(Object.assign({}, parseDependencies, ...functions));
    return math as unknown as { parse(text: string): MathNode };
  });
  return loaded;
}
