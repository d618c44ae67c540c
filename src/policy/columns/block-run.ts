import {
  type BlockSource,
  type Cell,
  type CodeSource,
  type NumberSource,
  type Slot,
  unknownSource,
} from "../../rules/index.js";
import {
  type BlockClassifier,
  blockClassifier,
  type CompiledClassifier,
  classifierCell,
  type OutcomeTable,
  outcomeTable,
  readThrough,
} from "../../segments/index.js";
import type { ClassifierFeed, CompiledPolicy } from "../compiled-policy.js";

/** Where the facts of a block come from. */
export interface BlockFacts {
  readonly blockRows: number;
  /** The facts of a field; `undefined` where there are none. */
  readonly sourceOf: (slot: Slot) => BlockSource | undefined;
  readonly statesOf: (classifier: string) => CodeSource | undefined;
}

/** One classifier, with all those it reads, asked block by block. */
export interface BlockRun {
  readonly codes: Int32Array;
  readonly outcomes: OutcomeTable;
  readonly scores: ReadonlyMap<string, NumberSource>;
  /** Loads some rows and classifies them. */
  run(from: number, count: number): void;
}

/**
 * Lays out what one classifier needs of a block, and takes every source that it will ever look at.
 *
 * @param question - the day, and which score is asked for in place of labels
 */
export function blockRun(
  classifier: CompiledClassifier,
  compiled: CompiledPolicy,
  facts: BlockFacts,
  question: { readonly asOf: number; readonly score?: string },
): BlockRun {
  const { classifiers, feeds, cutPoints: cuts, scope } = compiled;
  const { blockRows } = facts;
  const sources = new Map<number, BlockSource>();
  const loads: NonNullable<BlockSource["load"]>[] = [];
  const steps: ((count: number) => void)[] = [];
  const take = <S extends BlockSource | undefined>(source: S): S => {
    if (source?.load !== undefined) loads.push(source.load);
    return source;
  };
  const sourceOf = (index: number): BlockSource => {
    const known = sources.get(index);
    if (known !== undefined) return known;
    const source = take(facts.sourceOf(scope.slots[index]!)) ?? unknownSource(blockRows);
    sources.set(index, source);
    return source;
  };
  const ask = (each: CompiledClassifier, more: readonly (string | undefined)[]): Asked => {
    const feed = feeds.find((one) => one.classifier === each.name);
    const parts = [...(feed?.slots ?? []).map(({ part }) => part), ...more];
    const outcomes = outcomeTable();
    const block = blockClassifier(each, {
      ...{ blockRows, asOf: question.asOf, cuts, outcomes, sourceOf },
      labels: parts.includes(undefined),
      scores: [...new Set(parts.filter((part) => part !== undefined))],
      statesOf: (name) => take(facts.statesOf(name)),
    });
    const told = feed === undefined ? () => {} : feedSources(each, block, outcomes, feed, sources);
    steps.push((count) => {
      block.run(count);
      told();
    });
    return { block, outcomes };
  };
  for (const each of readThrough(classifier, classifiers)) ask(each, []);
  const { block, outcomes } = ask(classifier, [question.score]);
  return {
    codes: block.codes,
    outcomes,
    scores: block.scores,
    run(from, count) {
      for (const load of loads) load(from, count);
      for (const step of steps) step(count);
    },
  };
}

interface Asked {
  readonly block: BlockClassifier;
  readonly outcomes: OutcomeTable;
}

/** Puts what a classifier says where others read it; gives what is to be done after each block. */
function feedSources(
  classifier: CompiledClassifier,
  { codes, scores }: BlockClassifier,
  { list }: OutcomeTable,
  feed: ClassifierFeed,
  sources: Map<number, BlockSource>,
): () => void {
  const cells: Cell[] = [];
  const possible: (readonly string[] | undefined)[] = [];
  const label: CodeSource = {
    ...{ form: "codes", codes, cells, possible, mayGrow: true, hasGaps: true },
  };
  for (const { index, part } of feed.slots) {
    sources.set(index, part === undefined ? label : scores.get(part)!);
  }
  return () => {
    for (const outcome of list.slice(cells.length)) {
      // A label needs no row, a score has its own source.
      cells.push(classifierCell(classifier, undefined as never, undefined, outcome));
      possible.push("candidates" in outcome ? outcome.candidates : undefined);
    }
  };
}
