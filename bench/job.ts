/**
 * One comparison, in a file of its own under `jobs/`, which exports these names.
 */
export interface Job {
  /** What is done once per call, as in "10 working days added to 1,000 dates". */
  readonly name: string;
  /**
   * Who does it; each call does the whole job and returns a checksum of its answers. The first is
   * what the others are held against: the same job written by hand for exactly this case.
   */
  readonly contenders: Readonly<Record<string, Contender>>;
  /** The pieces that one call handles, so that the time of one can be told. */
  readonly pieces?: Pieces;
  readonly goals?: readonly Goal[];
  /** What a reader of the table should know, such as why a goal is missed. */
  readonly remark?: string;
}

export type Contender = () => number | Promise<number>;

export interface Pieces {
  readonly count: number;
  /** What one is, as in "account". */
  readonly each: string;
}

/** What the suite wants of one contender. */
export type Goal = { readonly who: string } & (
  | {
      /** The most time it may take, in times of another: 2 is twice as long, 1/8 an eighth. */
      readonly times: number;
      readonly of: string;
    }
  | {
      /** For one piece. */
      readonly atMostMicroseconds: number;
    }
  | {
      /** The peak of the whole process, data included. */
      readonly atMostMegabytes: number;
    }
);

/**
 * How time grows with size, in a file of its own under `curves/`.
 */
export interface Curve {
  readonly name: string;
  /** What the sizes count, as in "rules". */
  readonly along: string;
  readonly sizes: readonly number[];
  /** The pieces that a call at this size handles; the time of one is drawn. */
  piecesAt(size: number): Pieces;
  /** Made ready outside the time that is taken. */
  readonly contenders: Readonly<Record<string, (size: number) => Contender>>;
}
