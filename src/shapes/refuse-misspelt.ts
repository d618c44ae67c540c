import { HoitoError } from "./hoito-error.js";
import { isOneSlip, withGuess } from "./nearest-name.js";

/** Every option of a context by its name: one that is forgotten, or too many, does not compile. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/**
 * Refuses an option whose name is one slip away from one that was not given: it would do nothing,
 * and nobody would be told. Whatever else is there is left alone, since one context may serve
 * several functions.
 *
 * @param given - what a function was handed over
 * @param names - the options it knows
 * @param path - what the argument is called
 * @throws {@link HoitoError} `unknown-option`
 */
export function refuseMisspelt<Options>(
  given: Options | undefined,
  names: OptionNames<Options>,
  path = "context",
): void {
  const slip = misspeltName(given, names);
  if (slip === undefined) return;
  const { written, meant } = slip;
  const text = withGuess(`there is no option \`${written}\``, meant);
  const at = { code: "unknown-option", path: `${path}.${written}`, received: given };
  throw new HoitoError(text, at);
}

/** A name that is written and the one that was meant and is not there. */
export function misspeltName(
  given: unknown,
  names: OptionNames<object>,
): { readonly written: string; readonly meant: string } | undefined {
  const options = Object(given) as Readonly<Record<string, unknown>>;
  for (const written of Object.keys(options)) {
    if (Object.hasOwn(names, written)) continue;
    for (const meant of Object.keys(names)) {
      if (options[meant] === undefined && isOneSlip(written, meant)) return { written, meant };
    }
  }
  return undefined;
}
