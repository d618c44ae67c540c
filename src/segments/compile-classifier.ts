import { isObject, type Scope } from "../rules/index.js";
import { nearestName } from "../shapes/index.js";
import type { Classifier, CompiledClassifier, CompiledHead } from "./any-classifier.js";
import type { AllowedMove, SegmentLabel } from "./classifier.js";
import { type CompileJob, RESERVED_NAMES } from "./method.js";
import { isTooMany } from "./method-rules.js";
import { type AnyMethod, METHODS, methodNamed } from "./methods.js";
import { checkSegment, ruleParts } from "./rule-parts.js";
import { HEAD_WORDS, LABEL_WORDS, MOVE_WORDS } from "./words.js";

/** What an answer may say beside a segment; no segment may bear these names. */
const EXIT_ACTIONS = ["raisePrices", "reorganiseContact", "selfService"];

/**
 * Checks a classifier: its labels, its allowed moves, and what its method asks for; faults are
 * recorded in the scope.
 *
 * @param name - the classifier's name in the policy
 * @param classifier - as the policy wrote it
 * @param scope - what it may read; its findings take the faults
 * @returns the classifier; of use only when nothing was found
 *
 * @category Segments
 */
export function compileClassifier(
  name: string,
  classifier: Classifier,
  scope: Scope,
): CompiledClassifier {
  const path = `segments.${name}`;
  const method = methodNamed(classifier.method);
  if (method === undefined) {
    const methods = Object.keys(METHODS);
    const near = nearestName(String(classifier.method), methods);
    const text = `a classifier's method is one of \`${methods.join("`, `")}\``;
    scope.fault(`${path}.method`, "unknown-value", text, near);
  } else scope.checkWords(classifier, [...HEAD_WORDS, ...method.words], path);
  const labels = compileLabels(classifier.labels, scope, `${path}.labels`);
  const job = { name, path, labels, scope };
  const moves = compileMoves(classifier.moves, job);
  const { result: parts, fields: reads } = scope.fieldsReadBy(() => {
    return hasParts(classifier, method, job) ? compileParts(classifier, method!, job) : undefined;
  });
  const head: CompiledHead = { name, labels, moves, reads };
  if (parts === undefined) return { ...head, method: "rules", ...ruleParts([], undefined) };
  return { ...head, method: classifier.method, ...parts } as CompiledClassifier;
}

/** Whether the lists and objects are there that a method cannot do without. */
function hasParts(
  classifier: Classifier,
  method: AnyMethod | undefined,
  { scope, path }: CompileJob,
): boolean {
  if (method === undefined) return false;
  const before = scope.findings.length;
  for (const [word, shape] of Object.entries(method.parts)) {
    const written = (classifier as unknown as Readonly<Record<string, unknown>>)[word];
    const isThere = shape === "list" ? Array.isArray(written) : isObject(written);
    if (isThere) continue;
    const code = written === undefined ? "missing-property" : "malformed-classifier";
    const kind = shape === "list" ? "a list" : "an object";
    const text = `a classifier by \`${classifier.method}\` has \`${word}\`, which is ${kind}`;
    scope.fault(`${path}.${word}`, code, text);
  }
  return scope.findings.length === before;
}

/** Whatever else has another shape than it should is told of the classifier as a whole. */
function compileParts(
  classifier: Classifier,
  method: AnyMethod,
  job: CompileJob,
): object | undefined {
  try {
    return method.compile(classifier, job);
  } catch {
    const text = "a part of the classifier is missing or has another shape than it should";
    return job.scope.fault(job.path, "malformed-classifier", text);
  }
}

function compileLabels(
  written: Classifier["labels"],
  scope: Scope,
  path: string,
): CompiledHead["labels"] {
  if (!isObject(written)) {
    scope.fault(path, "missing-property", "a classifier has `labels`: its segments by name");
    return new Map();
  }
  const labels = new Map(Object.entries(written));
  if (isTooMany(labels.size, scope, path)) return labels;
  for (const [name, label] of labels) {
    const at = `${path}.${name}`;
    if (!isObject(label as unknown)) {
      scope.fault(at, "malformed-classifier", "a label is an object, be it an empty one");
      labels.set(name, {});
      continue;
    }
    scope.checkWords(label, LABEL_WORDS, at);
    if (RESERVED_NAMES.includes(name)) {
      const text = `\`${name}\` is an outcome of its own and cannot name a segment`;
      scope.fault(at, "reserved-name", text);
    }
    for (const [index, action] of (label.exitActions ?? []).entries()) {
      if (EXIT_ACTIONS.includes(action)) continue;
      scope.unknownName(action, "value", EXIT_ACTIONS, `${at}.exitActions[${index}]`);
    }
    checkUnlessApproved(label, labels, scope, at);
  }
  return labels;
}

/** What holds until somebody decides must not wait for a decision itself. */
function checkUnlessApproved(
  { decidedBy, unlessApproved }: SegmentLabel,
  labels: CompiledHead["labels"],
  scope: Scope,
  at: string,
): void {
  if (unlessApproved === undefined) return;
  if (decidedBy === undefined) {
    const text = "`unlessApproved` stands beside `decidedBy`: nobody has to approve this segment";
    scope.fault(`${at}.decidedBy`, "missing-property", text);
  }
  const path = `${at}.unlessApproved`;
  const instead = labels.get(unlessApproved);
  if (instead === undefined) scope.unknownName(unlessApproved, "segment", labels.keys(), path);
  else if (instead.decidedBy !== undefined) {
    const text = `somebody has to approve \`${unlessApproved}\` too`;
    scope.fault(path, "needs-approval", text);
  }
}

function compileMoves(
  moves: readonly AllowedMove[] | undefined,
  job: CompileJob,
): CompiledHead["moves"] {
  if (moves === undefined) return undefined;
  const at = `${job.path}.moves`;
  if (isTooMany(moves.length, job.scope, at)) return undefined;
  for (const [index, move] of moves.entries()) {
    const here = `${at}[${index}]`;
    if (!isObject(move)) {
      job.scope.fault(here, "not-a-move", "a move is `{ from, to }`");
      continue;
    }
    job.scope.checkWords(move, MOVE_WORDS, here);
    checkSegment(move.from, job, `${here}.from`);
    checkSegment(move.to, job, `${here}.to`);
  }
  return moves;
}
