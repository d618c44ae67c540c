import type { CompiledKpi, CompiledKpis } from "./kpi-definition.js";

/** What is counted of each account: definitions that count alike have one in common. */
export interface Count extends Pick<CompiledKpi, "kind" | "method" | "reads"> {
  /** That of the kind: kinds have many shapes, counts have one, which is read faster. */
  readonly add: CompiledKpi["kind"]["add"];
}

/**
 * The counts of some definitions, and which is whose.
 *
 * Two figures count alike when their kinds add by one function and their conventions are equal, as
 * Gini and Herfindahl do: then what they share is counted once.
 */
export function countsOf({ kpis }: CompiledKpis): {
  readonly counts: readonly Count[];
  readonly countOf: readonly number[];
} {
  const lists = new Map<string, readonly unknown[]>();
  const counts: Count[] = [];
  const places = new Map<unknown, Map<string, number>>();
  const countOf = kpis.map(({ kind, method, reads }) => {
    const own = places.get(kind.add) ?? new Map<string, number>();
    places.set(kind.add, own);
    const text = JSON.stringify(Object.entries(method));
    const { add } = kind;
    const place =
      own.get(text) ?? counts.push({ kind, add, method: shared(method, lists), reads }) - 1;
    own.set(text, place);
    return place;
  });
  return { counts, countOf };
}

/** Equal lists are one list, by which an account can remember what it worked out. */
function shared(method: object, lists: Map<string, readonly unknown[]>): object {
  const entries = Object.entries(method).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value] as const;
    const text = JSON.stringify(value);
    const list = lists.get(text) ?? value;
    lists.set(text, list);
    return [name, list] as const;
  });
  return Object.fromEntries(entries);
}
