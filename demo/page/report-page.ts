import type { Chapter } from "../chapter.js";
import { type ChapterReport, reportOf } from "../report/report-chapter.js";
import { type Bar, type Block, barShare, type Cell, type Section } from "../report/section.js";
import { blockText } from "../report/section-text.js";
import type { TextColumn } from "../report/text-table.js";
import { escapeHtml } from "./escape-html.js";
import { STYLE } from "./page-style.js";

/**
 * The whole report as one page that needs nothing else: no scripts, no fonts, no pictures from
 * elsewhere. Everything that comes from data is escaped.
 *
 * @param chapters - what was decided, in order
 * @returns an HTML document, the same in every run
 */
export function reportPage(chapters: readonly Chapter[]): string {
  const reports = chapters.map((chapter) => ({ name: chapter.name, report: reportOf(chapter) }));
  const links = reports.flatMap(({ name, report }) => [
    `<a class="chapter" href="#${anchor(name)}">${escapeHtml(report.head.heading)}</a>`,
    ...report.parts.map(({ title }) => {
      return `<a href="#${anchor(name, title)}">${escapeHtml(title)}</a>`;
    }),
  ]);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>Customer care, decided and explained</title>",
    `<style>${STYLE}</style></head>`,
    "<body>",
    `<nav>${links.join("\n")}</nav>`,
    "<main>",
    ...reports.flatMap(({ name, report }) => chapterHtml(name, report)),
    "</main>",
    "</body></html>",
  ].join("\n")}\n`;
}

function chapterHtml(name: string, { head, parts }: ChapterReport): readonly string[] {
  return [
    `<article id="${anchor(name)}">`,
    `<h1>${escapeHtml(head.heading)}</h1>`,
    ...head.blocks.flatMap(blockHtml),
    ...parts.flatMap(({ title, sections }) => [
      `<h2 id="${anchor(name, title)}">${escapeHtml(title)}</h2>`,
      ...sections.flatMap(sectionHtml),
    ]),
    "</article>",
  ];
}

function sectionHtml({ heading, blocks }: Section): readonly string[] {
  return [
    "<section>",
    `<h3>${escapeHtml(heading)}</h3>`,
    ...blocks.flatMap(blockHtml),
    "</section>",
  ];
}

function blockHtml(block: Block): readonly string[] {
  switch (block.kind) {
    case "table":
      return tableHtml(block.columns, block.rows);
    case "facts":
      return [
        "<dl>",
        ...block.facts.map(([name, text]) => {
          return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`;
        }),
        "</dl>",
      ];
    case "list":
      return ["<ul>", ...block.items.map((item) => `<li>${escapeHtml(item)}</li>`), "</ul>"];
    case "note":
      return [`<p>${escapeHtml(block.text)}</p>`];
    case "lines":
      return [`<pre>${escapeHtml(blockText(block).join("\n"))}</pre>`];
  }
}

function tableHtml(
  columns: readonly TextColumn[],
  rows: readonly (readonly Cell[])[],
): readonly string[] {
  const heads = columns.map(({ title, align }) => {
    return `<th scope="col"${side(align)}>${escapeHtml(title)}</th>`;
  });
  return [
    '<div class="wide"><table>',
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((row) => {
      const cells = columns.map(({ align }, at) => {
        const cell = row[at] ?? "";
        return `<td${side(align)}>${typeof cell === "string" ? escapeHtml(cell) : barHtml(cell)}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    }),
    "</tbody></table></div>",
  ];
}

function side(align: TextColumn["align"]): string {
  return align === "right" ? ' class="right"' : "";
}

/** A bar of 160 × 12; more than the whole fills it and is marked. */
function barHtml(bar: Bar): string {
  const share = barShare(bar);
  const width = Math.round(1600 * Math.min(1, share)) / 10;
  const label = Number.isFinite(share) ? `${Math.round(100 * share)} %` : "there is no room";
  return [
    `<svg width="160" height="12" role="img" aria-label="${label}">`,
    '<rect class="room" width="160" height="12" rx="2"/>',
    `<rect class="${share > 1 ? "over" : "part"}" width="${width}" height="12" rx="2"/></svg>`,
  ].join("");
}

function anchor(...words: readonly string[]): string {
  return escapeHtml(
    words
      .join("-")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-"),
  );
}
