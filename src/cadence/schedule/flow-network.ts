/**
 * A network whose maximum flow, and with it the minimum cut, is found by levels (Dinic 1970).
 *
 * Capacities are whole numbers; their sum stays below 2^53.
 */
export class FlowNetwork {
  readonly #to: number[] = [];
  readonly #room: number[] = [];
  readonly #before: number[] = [];
  readonly #last: Int32Array;
  readonly #level: Int32Array;

  constructor(nodeCount: number) {
    this.#last = new Int32Array(nodeCount).fill(-1);
    this.#level = new Int32Array(nodeCount);
  }

  /** An edge, and the one back that takes flow off it. */
  addEdge(from: number, to: number, capacity: number): void {
    for (const [start, end, room] of [[from, to, capacity] as const, [to, from, 0] as const]) {
      this.#to.push(end);
      this.#room.push(room);
      this.#before.push(this.#last[start]!);
      this.#last[start] = this.#to.length - 1;
    }
  }

  /** The most that can flow; afterwards {@link isOnSourceSide} tells the cut nearest the source. */
  maximumFlow(source: number, sink: number): number {
    let flow = 0;
    while (this.#findLevels(source, sink)) {
      const next = this.#last.slice();
      for (let pushed = 1; pushed > 0; flow += pushed) pushed = this.#push(source, sink, next);
    }
    return flow;
  }

  /** Whether a node can still be reached from the source. */
  isOnSourceSide(node: number): boolean {
    return this.#level[node]! >= 0;
  }

  #findLevels(source: number, sink: number): boolean {
    this.#level.fill(-1);
    this.#level[source] = 0;
    const queue = [source];
    for (let read = 0; read < queue.length; read++) {
      const node = queue[read]!;
      for (let edge = this.#last[node]!; edge >= 0; edge = this.#before[edge]!) {
        const to = this.#to[edge]!;
        if (this.#room[edge] === 0 || this.#level[to]! >= 0) continue;
        this.#level[to] = this.#level[node]! + 1;
        queue.push(to);
      }
    }
    return this.#level[sink]! >= 0;
  }

  /** Pushes flow along one path of rising levels; 0 when there is none left. */
  #push(source: number, sink: number, next: Int32Array): number {
    const path: number[] = [];
    for (let node = source; node !== sink; ) {
      const edge = this.#onwardEdge(node, next);
      if (edge >= 0) {
        path.push(edge);
        node = this.#to[edge]!;
      } else {
        const back = path.pop();
        if (back === undefined) return 0;
        node = this.#to[back ^ 1]!;
        next[node] = this.#before[back]!;
      }
    }
    const least = path.reduce((room, edge) => Math.min(room, this.#room[edge]!), Infinity);
    for (const edge of path) {
      this.#room[edge]! -= least;
      this.#room[edge ^ 1]! += least;
    }
    return least;
  }

  #onwardEdge(node: number, next: Int32Array): number {
    for (let edge = next[node]!; edge >= 0; edge = this.#before[edge]!) {
      next[node] = edge;
      const isUp = this.#level[this.#to[edge]!] === this.#level[node]! + 1;
      if (isUp && this.#room[edge]! > 0) return edge;
    }
    next[node] = -1;
    return -1;
  }
}
