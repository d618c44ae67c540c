import type { RecordKind } from "../facts/index.js";
import type { Scope } from "../rules/index.js";
import type { CivilDate } from "../time/index.js";
import type { AccountFacts } from "./account-facts.js";
import type { FigureCore } from "./figure-of.js";
import type { FigureWindow } from "./figure-window.js";
import type { Tally } from "./tally.js";

/**
 * What can be said under `with` of a definition, by name: a word of a list, a number within bounds,
 * a text, a list of texts or of numbers, or a length of time. Each must be there unless it is
 * optional: no convention is chosen unseen.
 *
 * @category KPIs
 */
export type ArgumentSpec = (
  | { readonly kind: "word"; readonly words: readonly string[] }
  | {
      readonly kind: "number";
      readonly atLeast: number;
      readonly atMost: number;
      readonly whole?: true;
    }
  /** `numbers` are whole, from 0, and ascend. */
  | { readonly kind: "text" | "texts" | "numbers" | "duration" }
  | { readonly kind: "oneOf"; readonly values: readonly number[] }
) & { readonly optional?: true };

/**
 * What a figure is and where it comes from.
 *
 * @category KPIs
 */
export interface KpiDescription {
  readonly names: { readonly en: string; readonly fi: string };
  /** What people do (KPI), or what comes of it (KRI). */
  readonly kind: "KPI" | "KRI";
  readonly family: "customer" | "operational" | "strategic" | "result" | "comparative";
  readonly timing: "leading" | "lagging";
  /** In words. */
  readonly formula: string;
  readonly source: string;
}

/**
 * A kind of figure: how one account adds to its tally, and how the tally becomes the figure.
 *
 * @category KPIs
 */
export interface FigureKind<Arguments = object> {
  readonly describe: KpiDescription;
  readonly arguments: Readonly<Record<string, ArgumentSpec>>;
  /** Kinds of record without which nothing is known; by its conventions where these choose. */
  readonly reads: readonly RecordKind[] | ((method: never) => readonly RecordKind[]);
  /** Money is read, so that a currency must be named. */
  readonly money?: true;
  /** From when on records must be complete, where that is not the first day of the period. */
  readsFrom?(window: FigureWindow, method: Arguments): CivilDate;
  /** Arguments that the others make necessary. */
  needs?(method: Arguments): readonly string[];
  /** What else must be right of them; faults go to the scope. */
  check?(method: Arguments, scope: Scope, path: string): void;
  add(tally: Tally, facts: AccountFacts, method: Arguments): void;
  finish(tally: Tally, method: Arguments, currency: string): FigureCore;
}

/**
 * The arguments that figures share, and those of one besides: a call, which bundlers drop with a
 * figure that nobody asks for, where a spread would stay.
 */
/* @__NO_SIDE_EFFECTS__ */
export function withShared(
  shared: FigureKind["arguments"],
  own: FigureKind["arguments"],
): FigureKind["arguments"] {
  return { ...shared, ...own };
}

/** Forgets which arguments a kind takes, once they are checked by its own specification. */
/* @__NO_SIDE_EFFECTS__ */
export function figureKind<Arguments extends object>(kind: FigureKind<Arguments>): FigureKind {
  return kind;
}
