/**
 * One comparison, in a file of its own under `jobs/`, which exports these two names.
 */
export interface Job {
  /** What is done once per call, as in "1,000 working days added". */
  readonly name: string;
  /** Who does it; each call does the whole job and returns a checksum of its answers. */
  readonly contenders: Readonly<Record<string, () => number | Promise<number>>>;
}
