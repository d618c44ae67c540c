import { createReadStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { classifyColumns } from "hoito/policy";
import papaparse from "papaparse";
import { SOURCES } from "../../examples/24-ten-million-accounts/fact-columns.js";
import { AS_OF, compiled } from "../../examples/24-ten-million-accounts/policy.js";
import { readCsv } from "../../examples/24-ten-million-accounts/read-csv.js";
import { writeCsv } from "../../examples/24-ten-million-accounts/write-sample.js";
import type { Job } from "../job.js";

const smoke = process.argv.includes("--smoke");
const ACCOUNTS = smoke ? 10_000 : 1_000_000;

const folder = mkdtempSync(join(tmpdir(), "hoito-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const path = join(folder, "accounts.csv");
await writeCsv(path, ACCOUNTS);

const HALF_A_YEAR_AGO = dayKey("2017-09-28");
const TWO_YEARS_AGO = dayKey("2016-03-28");
const UNKNOWN = -1;

/** A date as a number that grows with it; no day number is needed to compare. */
function dayKey(date: string): number {
  return Number(date.replaceAll("-", ""));
}

/** The rules of the example by hand: -1 stands for what is not known, 8 for undecided. */
function segmentOf(
  headcount: number,
  cents: number,
  lastOrder: number,
  industry: number,
  isGrowing: boolean,
): number {
  let open = false;
  const notKey =
    (cents >= 0 && cents < 5_000_000) ||
    (headcount >= 0 && headcount < 500) ||
    (lastOrder >= 0 && lastOrder <= HALF_A_YEAR_AGO);
  if (!notKey) {
    if (cents >= 0 && headcount >= 0 && lastOrder >= 0) return 0;
    open = true;
  }
  if (isGrowing) {
    if (headcount < 0) open = true;
    else if (headcount >= 20 && headcount <= 499) return open ? 8 : 1;
  }
  if (lastOrder < 0) open = true;
  else if (lastOrder < TWO_YEARS_AGO) return open ? 8 : 4;
  if (headcount >= 1000 || cents >= 7_500_000) return open ? 8 : 2;
  if (headcount < 0 || cents < 0) open = true;
  const isPublic = industry === PUBLIC;
  if (!isPublic && (cents < 0 || cents >= 500_000)) {
    if (cents >= 0 && industry >= 0) return open ? 8 : 3;
    open = true;
  }
  return open ? 8 : 5;
}

/** The industry by its first letter, which tells it apart. */
const PUBLIC = "p".charCodeAt(0);
const [COMMA, LINE_FEED, ZERO, POINT, MINUS] = [44, 10, 48, 46, 45];

/** One loop over the bytes for exactly these columns, without quotes, faults or blocks. */
function byHand(): number {
  const bytes = readFileSync(path);
  let at = bytes.indexOf(LINE_FEED) + 1;
  let row = 0;
  let sum = 0;
  while (at < bytes.length) {
    while (bytes[at] !== COMMA) at += 1;
    at += 1;
    let headcount = bytes[at] === COMMA ? UNKNOWN : 0;
    for (; bytes[at] !== COMMA; at++) headcount = headcount * 10 + (bytes[at]! - ZERO);
    at += 1;
    let cents = bytes[at] === COMMA ? UNKNOWN : 0;
    for (; bytes[at] !== COMMA; at++) {
      if (bytes[at] !== POINT) cents = cents * 10 + (bytes[at]! - ZERO);
    }
    at += 1;
    let lastOrder = bytes[at] === COMMA ? UNKNOWN : 0;
    for (; bytes[at] !== COMMA; at++) {
      if (bytes[at] !== MINUS) lastOrder = lastOrder * 10 + (bytes[at]! - ZERO);
    }
    at += 1;
    const industry = bytes[at] === COMMA ? UNKNOWN : bytes[at]!;
    while (bytes[at] !== COMMA) at += 1;
    const isGrowing = bytes[at + 1] === ZERO + 1;
    while (bytes[at] !== LINE_FEED) at += 1;
    at += 1;
    sum += segmentOf(headcount, cents, lastOrder, industry, isGrowing) * ((row % 1009) + 1);
    row += 1;
  }
  return sum;
}

async function byHoito(): Promise<number> {
  let sum = 0;
  let before = 0;
  const blocks = readCsv(createReadStream(path, { highWaterMark: 2 ** 18 }), {
    sources: SOURCES,
    blockRows: 65_536,
    onFault: (fault) => {
      throw new Error(`the sample has a fault: ${fault.text}`);
    },
  });
  for await (const block of blocks) {
    const { data } = classifyColumns(block, compiled, { asOf: AS_OF });
    sum += checksumOf(data, before);
    before += block.rows;
  }
  return sum;
}

/** In a function of its own, for a loop in one that waits is compiled late and badly. */
function checksumOf(codes: ArrayLike<number>, before: number): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row++) sum += codes[row]! * (((before + row) % 1009) + 1);
  return sum;
}

function byPapaparse(): number {
  const { data } = papaparse.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true });
  let sum = 0;
  for (let row = 1; row < data.length; row++) {
    const [, headcount = "", amount = "", date = "", industry = "", growth = ""] = data[row]!;
    const segment = segmentOf(
      headcount === "" ? UNKNOWN : Number(headcount),
      amount === "" ? UNKNOWN : Math.round(Number(amount) * 100),
      date === "" ? UNKNOWN : dayKey(date),
      industry === "" ? UNKNOWN : industry.charCodeAt(0),
      growth === "1",
    );
    sum += segment * (((row - 1) % 1009) + 1);
  }
  return sum;
}

/** Parsing alone, to be held against everything that the others do; its answer is borrowed. */
function byPapaparseAlone(): number {
  const { data } = papaparse.parse(readFileSync(path, "utf8"), { skipEmptyLines: true });
  return data.length === ACCOUNTS + 1 ? answer : Number.NaN;
}
const answer = byHand();

export const name: Job["name"] = `${ACCOUNTS.toLocaleString("en-US")} accounts of a CSV file to their segments`;

export const contenders: Job["contenders"] = {
  "by hand": byHand,
  hoito: byHoito,
  "papaparse and the rules by hand": byPapaparse,
  "papaparse alone, no segments": byPapaparseAlone,
};

export const pieces: Job["pieces"] = { count: ACCOUNTS, each: "account" };

export const goals: Job["goals"] = [
  { who: "hoito", times: 2, of: "by hand" },
  { who: "hoito", times: 1 / 8, of: "papaparse alone, no segments" },
];

export const remark: Job["remark"] =
  "The loop by hand reads nothing but these columns in this order, without quotes, blocks or a dictionary of words, and checks no cell: it takes a letter for a digit and an industry by its first letter. The reader of the example checks every byte of a cell while it reads it, tells faults by row, holds one block at a time, and finds words by all their bytes. Reading alone takes about one and a half times as long as the whole loop by hand, and classifying in three values about as long as that loop.";
