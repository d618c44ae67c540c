import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  addDays,
  type CarePolicy,
  type Checked,
  type CivilDate,
  type CustomerBase,
  compileCalendar,
  compilePolicy,
  type Finding,
  isCivilDate,
  orThrow,
  type WorkingCalendar,
} from "hoito";
import { recordDates, recordKinds } from "hoito/facts";
import { parseCustomerBase, parsePolicy } from "hoito/schemas";
import type { ChapterSource } from "./chapter.js";

/** Which files hold a company's own base and policy. */
export interface OwnFiles {
  readonly base: string;
  readonly policy: string;
  readonly asOf?: CivilDate;
}

/**
 * Reads a company's own customer base and policy, both JSON.
 *
 * Bad records are left out and come back as findings; a bad policy refuses the whole.
 *
 * @throws the error of the file system, when a file cannot be read
 */
export function ownChapter(files: OwnFiles): Checked<ChapterSource> {
  const policy = readPolicy(files.policy);
  if (!policy.ok) return policy;
  const own = policy.value.fields ?? {};
  const json = readJson(files.base);
  if (!json.ok) return json;
  const { base, rejected, findings } = parseCustomerBase(json.value, { own });
  const asOf = files.asOf ?? latestDay(base);
  if (asOf === undefined) return { ok: false, findings: [...findings, noDate] };
  const read = (["accounts", ...recordKinds] as const).flatMap((kind) => {
    const bad = rejected.filter((each) => each.kind === kind).length;
    const good = base[kind]?.length ?? 0;
    return good + bad === 0 ? [] : [{ what: kind, good, rejected: bad }];
  });
  const latest = files.asOf === undefined ? ["As of: the latest day of a record."] : [];
  const value: ChapterSource = {
    name: "own",
    title: `${basename(files.base)} under ${basename(files.policy)}`,
    notes: [...latest, "Working days are Monday to Friday, without holidays."],
    read,
    findings: [...policy.findings, ...findings],
    base,
    policy: policy.value,
    context: { asOf, calendar: weekdays(asOf) },
  };
  return { ok: true, value, findings: value.findings };
}

/** The policy, checked in shape and in every name. */
function readPolicy(path: string): Checked<CarePolicy> {
  const parsed = parsePolicy(readFileSync(path, "utf8"));
  if (!parsed.ok) return parsed;
  const compiled = compilePolicy(parsed.value);
  return compiled.ok ? parsed : compiled;
}

function readJson(path: string): Checked<unknown> {
  try {
    return { ok: true, value: JSON.parse(readFileSync(path, "utf8")), findings: [] };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    return { ok: false, findings: [notJson] };
  }
}

const notJson: Finding = {
  code: "not-json",
  severity: "error",
  path: "",
  message: "the text of the base is not JSON",
};

const noDate: Finding = {
  code: "no-date",
  severity: "error",
  path: "--as-of",
  message: "the base has no dated record, so the day has to be given",
};

/** The latest day that a record of the past carries. */
function latestDay(base: CustomerBase): CivilDate | undefined {
  let latest: CivilDate | undefined;
  for (const kind of recordKinds) {
    const field = recordDates[kind];
    if (field === null) continue;
    for (const record of base[kind] ?? []) {
      const day = (record as unknown as Readonly<Record<string, unknown>>)[field];
      if (isCivilDate(day) && (latest === undefined || day > latest)) latest = day;
    }
  }
  return latest;
}

/** Five years either side of the day: an older day stands where it is. */
function weekdays(asOf: CivilDate): WorkingCalendar {
  const [from, until] = [addDays(asOf, -1826), addDays(asOf, 1826)];
  return orThrow(compileCalendar({ from, until, weekend: ["saturday", "sunday"] }));
}
