import { type Checked, checked, errorAt, type Finding } from "../shapes/index.js";
import { type CivilDate, isCivilDate, toEpochDay } from "../time/index.js";
import type { Task } from "./activity.js";
import type { RecordId } from "./record-id.js";

/**
 * The task once its receiver has acknowledged it, which closes it for the sender.
 *
 * Only the receiver acknowledges, on the day the task was opened or later, and once. Ids are
 * compared exactly: receiver `7` is not receiver `"7"`.
 *
 * @param task - an open task; it is not changed
 * @param by - the person who acknowledges
 * @param on - the day of it
 * @returns the acknowledged task, or all of the findings `not-the-receiver`,
 *   `already-acknowledged`, `not-a-civil-date` and `before-opening` that apply
 *
 * @example Only the receiver acknowledges
 * ```ts
 * import { acknowledgeTask, type Task } from "hoito/facts";
 *
 * const task: Task = {
 *   id: 1,
 *   accountId: "A",
 *   kind: "action",
 *   topic: "complaint",
 *   senderId: "Aino",
 *   receiverId: "Veikko",
 *   openedOn: "2018-01-22",
 * };
 * const done = acknowledgeTask(task, { by: "Veikko", on: "2018-01-23" });
 * done.ok && done.value.acknowledgedOn; // => "2018-01-23"
 * acknowledgeTask(task, { by: "Aino", on: "2018-01-23" }).findings[0]?.code;
 * // => "not-the-receiver"
 * ```
 *
 * @category Facts
 */
export function acknowledgeTask<Own extends Task>(
  task: Own,
  { by, on }: { readonly by: RecordId; readonly on: CivilDate },
): Checked<Own> {
  const findings: Finding[] = [];
  if (by !== task.receiverId) {
    const message = `\`${by}\` is not \`${task.receiverId}\`, the receiver of the task`;
    findings.push(errorAt("by", "not-the-receiver", message));
  }
  if (task.acknowledgedOn !== undefined) {
    const message = `the task was acknowledged on \`${task.acknowledgedOn}\``;
    findings.push(errorAt("acknowledgedOn", "already-acknowledged", message));
  }
  if (!isCivilDate(on)) {
    findings.push(errorAt("on", "not-a-civil-date", `\`${on}\` is not a civil date`));
  } else if (toEpochDay(on) < toEpochDay(task.openedOn)) {
    const message = `\`${on}\` is before \`${task.openedOn}\`, when the task was opened`;
    findings.push(errorAt("on", "before-opening", message));
  }
  return checked(findings, () => ({ ...task, acknowledgedOn: on }));
}

/**
 * Tells whether a task weighs on its sender at the end of a day: opened by then, and not yet
 * acknowledged.
 *
 * The day itself counts on both ends: a task is open on the day it is opened, and no longer on the
 * day it is acknowledged. A task opened later is a plan and not open yet.
 *
 * @param task - with or without an acknowledgement
 * @param asOf - the day that is asked about, included
 * @returns `true` while the sender still waits
 * @throws {@link HoitoError} `not-a-civil-date` when a date is none
 *
 * @example Open until the day of the acknowledgement
 * ```ts
 * import { isOpenForSender, type Task } from "hoito/facts";
 *
 * const task: Task = {
 *   id: 1,
 *   accountId: "A",
 *   kind: "information",
 *   topic: "notice",
 *   senderId: "Aino",
 *   receiverId: "Veikko",
 *   openedOn: "2018-01-22",
 *   acknowledgedOn: "2018-01-24",
 * };
 * isOpenForSender(task, "2018-01-23"); // => true
 * isOpenForSender(task, "2018-01-24"); // => false
 * ```
 *
 * @category Facts
 */
export function isOpenForSender(task: Task, asOf: CivilDate): boolean {
  const day = toEpochDay(asOf);
  if (toEpochDay(task.openedOn) > day) return false;
  return task.acknowledgedOn === undefined || toEpochDay(task.acknowledgedOn) > day;
}
