import { describe, expect, test } from "vitest";
import type { Chapter } from "../../demo/chapter.js";
import { escapeHtml } from "../../demo/page/escape-html.js";
import { reportPage } from "../../demo/page/report-page.js";
import { reportOf } from "../../demo/report/report-chapter.js";
import { barShare } from "../../demo/report/section.js";
import { blockText } from "../../demo/report/section-text.js";
import { growthCompany, superstore } from "./decided.js";

const page = reportPage([superstore, growthCompany]);
const VOID = ["meta", "rect"];

/** Tags that are left open or closed out of order. */
function strayTags(html: string): readonly string[] {
  const open: string[] = [];
  const stray: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (VOID.includes(name)) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) stray.push(name);
  }
  return [...stray, ...open];
}

describe("index.html", () => {
  test("needs nothing from elsewhere, and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon[a-z]+=|javascript:|url\(|@import/i);
    expect(page).not.toMatch(/https?:\/\//);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  test("every tag is closed, and every link of its list leads somewhere", () => {
    expect(strayTags(page)).toEqual([]);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(8);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
    expect(new Set(targets).size).toBe(targets.length);
  });

  test("says everything that the text says: each heading and each row", () => {
    for (const chapter of [superstore, growthCompany]) {
      for (const { sections } of reportOf(chapter).parts) {
        for (const { heading, blocks } of sections) {
          expect(page).toContain(`<h3>${escapeHtml(heading)}</h3>`);
          const rows = blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
          for (const [first] of rows) {
            if (typeof first === "string") expect(page).toContain(`>${escapeHtml(first)}</td>`);
          }
        }
      }
    }
  });

  test("two runs write the same page", () => {
    expect(reportPage([superstore, growthCompany])).toBe(page);
  });

  test("whatever data and policy say is text on the page", () => {
    const hostile = `</td><script>alert("1")</script><b title='&'>`;
    const chapter: Chapter = {
      ...growthCompany,
      title: hostile,
      notes: [hostile],
      read: [{ what: hostile, good: 1, rejected: 0 }],
      findings: [{ code: hostile, severity: "warning", path: hostile, message: hostile }],
      sections: [{ heading: hostile, blocks: [{ kind: "facts", facts: [[hostile, hostile]] }] }],
      decisions: growthCompany.decisions.map((decision) => ({
        ...decision,
        account: { ...decision.account, names: [{ name: hostile, kind: "official" }] },
      })),
    };
    const written = reportPage([chapter]);
    expect(written).not.toContain("<script");
    expect(written).not.toContain("<b ");
    expect(strayTags(written)).toEqual([]);
    expect(written).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
  });
});

describe("escapeHtml", () => {
  test.each([
    ["a < b & c > d", "a &lt; b &amp; c &gt; d"],
    [`"it's"`, "&quot;it&#39;s&quot;"],
    ["&lt;", "&amp;lt;"],
    ["two\nlines", "two\nlines"],
    ["a\u0000b\u001b[31m", "a?b?[31m"],
    ["Jyväskylä …", "Jyväskylä …"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });
});

describe("bars", () => {
  const drawn = (part: number, whole: number): string | undefined => {
    const [, , line] = blockText({
      kind: "table",
      columns: [{ title: "" }],
      rows: [[{ part, whole }]],
    });
    return line?.trim();
  };

  test("show the part of the whole, and never more than the whole", () => {
    expect(drawn(0, 10)).toBe("........................");
    expect(drawn(5, 10)).toBe("############............");
    expect(drawn(10, 10)).toBe("########################");
    expect(drawn(99, 10)).toBe("########################");
    expect(drawn(-1, 10)).toBe("........................");
  });

  test("something of nothing fills the bar, nothing of nothing leaves it empty", () => {
    expect(barShare({ part: 1, whole: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(drawn(1, 0)).toBe("########################");
    expect(drawn(0, 0)).toBe("........................");
  });
});
