/** That a slot holds one of some values, given as bits. */
export interface Literal {
  readonly kind: "in";
  readonly slot: number;
  readonly bits: Uint32Array;
}

/**
 * What is asked of a box: literals joined. `open` is a comparison that nobody can settle; it may go
 * either way. What is `named` stands in many places and is written out for a solver once.
 */
export type Formula =
  | Literal
  | { readonly kind: "open" }
  | { readonly kind: "named"; readonly formula: Formula }
  | { readonly kind: "both" | "either"; readonly of: readonly Formula[] };

/** What holds always. */
export const ALWAYS: Formula = { kind: "both", of: [] };

/** All of it. */
export function both(...of: readonly Formula[]): Formula {
  return { kind: "both", of };
}

/** One of it at least. */
export function either(...of: readonly Formula[]): Formula {
  return { kind: "either", of };
}

/** The same, to be used in many places. */
export function named(formula: Formula): Formula {
  return { kind: "named", formula };
}

/** What holds where a formula does not; what is open stays so. */
export function not(formula: Formula): Formula {
  switch (formula.kind) {
    case "in":
      return outside(formula);
    case "open":
      return formula;
    case "named":
      return named(not(formula.formula));
    case "both":
      return { kind: "either", of: formula.of.map(not) };
    case "either":
      return { kind: "both", of: formula.of.map(not) };
  }
}

/** The parts that must all hold, as flat as they come. */
export function partsOf(formula: Formula): readonly Formula[] {
  return formula.kind === "both" ? formula.of.flatMap(partsOf) : [formula];
}

/** The parts of which one must hold, as flat as they come. */
export function choicesOf(formula: Formula): readonly Formula[] {
  return formula.kind === "either" ? formula.of.flatMap(choicesOf) : [formula];
}

/** Whether a formula asks something of one slot after the other, and leaves no choice. */
export function isPlain(formula: Formula): boolean {
  return partsOf(formula).every(({ kind }) => kind === "in");
}

/** That a slot of so many values holds the one at this position. */
export function holding(slot: number, size: number, at: number): Literal {
  const bits = new Uint32Array(Math.ceil(size / 32));
  bits[at >> 5] = 1 << (at & 31);
  return { kind: "in", slot, bits };
}

/** That a slot holds none of a literal's values. */
export function outside({ slot, bits }: Literal): Literal {
  return { kind: "in", slot, bits: bits.map((word) => ~word) };
}

/** That a slot holds a value of one literal or of the other. */
export function joined(one: Literal, other: Literal): Literal {
  return { ...one, bits: one.bits.map((word, at) => word | other.bits[at]!) };
}

/** That a slot holds a value of both literals. */
export function shared(one: Literal, other: Literal): Literal {
  return { ...one, bits: one.bits.map((word, at) => word & other.bits[at]!) };
}
