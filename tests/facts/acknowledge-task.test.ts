import { describe, expect, it } from "vitest";
import { acknowledgeTask, isOpenForSender, type Task } from "../../src/facts/index.js";

const task: Task = {
  id: 1,
  accountId: "A",
  kind: "action",
  topic: "complaint",
  senderId: "Aino",
  receiverId: 7,
  openedOn: "2018-01-22",
};

const codes = (given: Task, by: string | number, on: string): string[] =>
  acknowledgeTask(given, { by, on: on as Task["openedOn"] }).findings.map(
    ({ code, path }) => `${path}: ${code}`,
  );

describe("FACT-08 a task", () => {
  it("FACT-08 is acknowledged by its receiver, from the day it was opened on", () => {
    expect(acknowledgeTask(task, { by: 7, on: "2018-01-22" })).toEqual({
      ok: true,
      value: { ...task, acknowledgedOn: "2018-01-22" },
      findings: [],
    });
    expect(codes(task, 7, "2018-01-21")).toEqual(["on: before-opening"]);
  });

  it.each([["Aino"], ["7"], [8]])("FACT-08 is not acknowledged by %o, who is not 7", (by) => {
    expect(codes(task, by, "2018-01-22")).toEqual(["by: not-the-receiver"]);
  });

  it("FACT-08 is acknowledged once", () => {
    const done: Task = { ...task, acknowledgedOn: "2018-01-23" };
    expect(codes(done, 7, "2018-01-24")).toEqual(["acknowledgedOn: already-acknowledged"]);
  });

  it("FACT-08 says all that is wrong at once", () => {
    const done: Task = { ...task, acknowledgedOn: "2018-01-23" };
    const { findings } = acknowledgeTask(done, { by: "Aino", on: "2018-1-24" });
    expect(findings.map(({ message }) => message)).toEqual([
      "`Aino` is not `7`, the receiver of the task",
      "the task was acknowledged on `2018-01-23`",
      "`2018-1-24` is not a civil date",
    ]);
    expect(codes(done, "Aino", "2018-1-24")).toEqual([
      "by: not-the-receiver",
      "acknowledgedOn: already-acknowledged",
      "on: not-a-civil-date",
    ]);
    const early = acknowledgeTask(task, { by: 7, on: "2018-01-21" });
    expect(early.findings[0]?.message).toBe(
      "`2018-01-21` is before `2018-01-22`, when the task was opened",
    );
  });

  it("FACT-08 is open for the sender until the receiver acknowledges it", () => {
    expect(isOpenForSender(task, "2018-01-21")).toBe(false);
    expect(isOpenForSender(task, "2018-01-22")).toBe(true);
    expect(isOpenForSender(task, "2199-12-31")).toBe(true);
    const done: Task = { ...task, acknowledgedOn: "2018-01-24" };
    expect(isOpenForSender(done, "2018-01-23")).toBe(true);
    expect(isOpenForSender(done, "2018-01-24")).toBe(false);
  });
});
