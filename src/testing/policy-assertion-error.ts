/**
 * What {@link expectPolicy} throws: an `AssertionError` to every runner that goes by name or code,
 * with what was expected and received.
 *
 * @category Testing
 */
export class PolicyAssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
  readonly expected: unknown;
  readonly actual: unknown;
  /** The matcher, as in `toClassify` or `not.toClassify`. */
  readonly operator: string;

  constructor(
    message: string,
    {
      expected,
      actual,
      operator,
    }: { readonly expected: unknown; readonly actual: unknown; readonly operator: string },
  ) {
    super(message);
    this.expected = expected;
    this.actual = actual;
    this.operator = operator;
  }
}
