import type { FieldKind } from "../facts/index.js";
import { errorAt, type Finding, nearestName, showInput, warningAt } from "../shapes/index.js";
import type { Cell } from "./cell.js";
import {
  checkAnnotations,
  checkProperties,
  type JsonObject,
  LONGEST_NAME,
  pathTo,
} from "./json-object.js";
import type { ResolvedParameter } from "./parameter.js";

/** A field that some condition reads: the slot of its cell in the row. */
export interface Slot {
  readonly name: string;
  readonly kind: FieldKind;
  readonly index: number;
}

/**
 * The names that conditions may use; what is left out has none.
 *
 * @category Rules
 */
export interface ScopeNames {
  /** The fields of the row. */
  readonly kinds?: ReadonlyMap<string, FieldKind>;
  readonly parameters?: ReadonlyMap<string, ResolvedParameter>;
  /** Parameters and measures that are declared but broken: found already, not reported again. */
  readonly broken?: ReadonlySet<string>;
  readonly cuts?: ReadonlyMap<string, FieldKind>;
  /** The currency of amounts, ISO 4217. */
  readonly currency?: string | undefined;
  /** Where faults gather. */
  readonly findings?: Finding[];
}

/** Most names that guesses may look at: a policy full of wrong names must not hang. */
const MOST_COMPARED = 10_000;

/**
 * What conditions can name, and which names they did use.
 *
 * One scope serves all conditions over the same kind of row, so that a field has one slot however
 * often it is asked for. Faults gather in `findings`, which scopes may share.
 *
 * @category Rules
 */
export class Scope {
  readonly #kinds: ReadonlyMap<string, FieldKind>;
  readonly #slotsByName = new Map<string, Slot>();
  readonly #slots: Slot[] = [];
  #read = new Set<string>();
  #compared = 0;
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
  readonly cuts: ReadonlyMap<string, FieldKind>;
  readonly broken: ReadonlySet<string>;
  readonly currency: string | undefined;
  readonly findings: Finding[];

  constructor({
    kinds = new Map(),
    parameters = new Map(),
    broken = new Set(),
    cuts = new Map(),
    currency,
    findings = [],
  }: ScopeNames = {}) {
    this.#kinds = kinds;
    this.parameters = parameters;
    this.broken = broken;
    this.cuts = cuts;
    this.currency = currency;
    this.findings = findings;
  }

  /** A scope over rows of other fields, which have no cuts; all else, faults too, is shared. */
  over(kinds: ReadonlyMap<string, FieldKind>): Scope {
    const { parameters, broken, currency, findings } = this;
    return new Scope({ kinds, parameters, broken, currency, findings });
  }

  /** The fields that conditions read, in the order of their slots. */
  get slots(): readonly Slot[] {
    return this.#slots;
  }

  /** The slot of a field, or a finding when there is no field of that name. */
  slotOf(name: unknown, path: string): Slot | undefined {
    const kind = typeof name === "string" ? this.#kinds.get(name) : undefined;
    const known = name as string;
    if (kind !== undefined) this.#read.add(known);
    if (kind === undefined) {
      if (this.broken.has(known)) return undefined;
      return this.unknownName(name, "field", this.#kinds.keys(), path);
    }
    const taken = this.#slotsByName.get(known);
    if (taken !== undefined) return taken;
    const slot = { name: known, kind, index: this.#slots.length };
    this.#slotsByName.set(known, slot);
    this.#slots.push(slot);
    return slot;
  }

  /** The names of the fields that some work of compiling reads, beside its result. */
  fieldsReadBy<T>(work: () => T): { readonly result: T; readonly fields: ReadonlySet<string> } {
    const before = this.#read;
    const fields = new Set<string>();
    this.#read = fields;
    const result = work();
    this.#read = before;
    return { result, fields };
  }

  /** Records that nothing bears this name, with the nearest name that something does bear. */
  unknownName(name: unknown, what: string, names: Iterable<string>, path: string): undefined {
    const isText = typeof name === "string";
    const shown = showInput(name);
    const text = isText ? `there is no ${what} ${shown}` : `${shown} names no ${what}`;
    const near = isText ? this.#nearest(name, names) : undefined;
    return this.fault(path, `unknown-${what}`, text, near);
  }

  /** Warns of a name that may be the host's own, where it comes near one that something bears. */
  doubtName(name: string, what: string, names: readonly string[], path: string): void {
    const near = names.includes(name) ? undefined : this.#nearest(name, names);
    if (near === undefined) return;
    const text = `there is no ${what} ${showInput(name)}`;
    this.findings.push(warningAt(path, `unknown-${what}`, text, near));
  }

  #nearest(name: string, names: Iterable<string>): string | undefined {
    const candidates = this.#compared < MOST_COMPARED ? [...names] : [];
    this.#compared += candidates.length;
    return nearestName(name, candidates);
  }

  /** Records what {@link checkProperties} finds. */
  checkWords(written: object, known: readonly string[], path: string): void {
    this.findings.push(...checkProperties(written, known, path));
  }

  /**
   * Records every property beside the one that counts, save those that may stand there.
   *
   * @returns whether there was none
   */
  standsAlone(word: string, node: JsonObject, allowed: readonly string[], path: string): boolean {
    const others = Object.keys(node).filter((each) => each !== word && !allowed.includes(each));
    for (const other of others) {
      const text = `\`${other.slice(0, LONGEST_NAME)}\` cannot stand beside \`${word}\``;
      this.fault(pathTo(path, other), "unknown-property", text);
    }
    if (allowed.includes("title")) this.findings.push(...checkAnnotations(node, path));
    return others.length === 0;
  }

  /** Whether a word is one of those allowed here; records that it is not, or not stated at all. */
  checkWord(written: unknown, known: readonly string[], path: string): boolean {
    if (known.some((word) => word === written)) return true;
    const words = `\`${known.join("`, `")}\``;
    if (written === undefined) {
      const text = `\`${path.slice(path.lastIndexOf(".") + 1)}\` is not stated: one of ${words}`;
      this.fault(path, "missing-property", text);
      return false;
    }
    const near = typeof written === "string" ? nearestName(written, known) : undefined;
    this.fault(path, "unknown-value", `${showInput(written)} is none of ${words}`, near);
    return false;
  }

  /** Records something that lets the policy pass and should be looked at. */
  warn(path: string, code: string, message: string): void {
    this.findings.push(warningAt(path, code, message));
  }

  /** Records a fault. */
  fault(path: string, code: string, message: string, suggestion?: string): undefined {
    this.findings.push(errorAt(path, code, message, suggestion));
  }
}

/** A scope, and the cells that its conditions take where a field is missing. */
export interface AssumingScope {
  readonly scope: Scope;
  readonly assumed: ReadonlyMap<string, Cell>;
}
