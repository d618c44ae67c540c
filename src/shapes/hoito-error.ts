import type { Finding } from "./finding.js";

/**
 * A broken contract: a caller handed over something the types forbid. Bad policies and bad data
 * never end here; they come back as findings.
 *
 * @category Shapes
 */
export class HoitoError extends Error {
  override readonly name = "HoitoError";
  /** Stable, documented name of the fault, in kebab-case. */
  readonly code: string;
  /** The argument or property at fault. */
  readonly path: string;
  /** What was handed over. */
  readonly received: unknown;
  /** All findings, when the error came from `orThrow`. */
  readonly findings: readonly Finding[];

  constructor(
    message: string,
    at: {
      readonly code: string;
      readonly path: string;
      readonly received?: unknown;
      readonly findings?: readonly Finding[];
    },
  ) {
    super(message);
    this.code = at.code;
    this.path = at.path;
    this.received = at.received;
    this.findings = at.findings ?? [];
  }
}
