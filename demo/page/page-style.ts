/** Plain, readable, wide tables scroll by themselves, light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --soft: #5b6b7c; --line: #d9e0e7;
  --paper: #ffffff; --room: #e6ebf0; --part: #2f7d6b; --over: #b5482f; --head: #f3f6f8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --soft: #9fb0c0; --line: #33414e;
  --paper: #161d24; --room: #2a3640; --part: #56b39c; --over: #e07a5f; --head: #1f2932; } }
* { box-sizing: border-box; }
body { margin: 0; display: flex; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
nav { position: sticky; top: 0; flex: 0 0 15rem; height: 100vh; overflow: auto;
  padding: 1.5rem 1rem; border-right: 1px solid var(--line); }
nav a { display: block; padding: .15rem 0 .15rem .8rem; color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--part); }
nav a.chapter { margin-top: 1rem; padding-left: 0; color: var(--ink); font-weight: 600; }
main { flex: 1 1 auto; min-width: 0; max-width: 70rem; padding: 1.5rem 2rem 4rem; }
h1 { font-size: 1.5rem; margin: 2rem 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; padding-bottom: .3rem;
  border-bottom: 2px solid var(--part); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, li, dd { max-width: 48rem; } p { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1.2rem; margin: .5rem 0; }
dt { color: var(--soft); } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); text-align: left;
  white-space: nowrap; }
th { color: var(--soft); font-weight: 600; background: var(--head); }
.right { text-align: right; }
svg { vertical-align: middle; }
.room { fill: var(--room); } .part { fill: var(--part); } .over { fill: var(--over); }
pre { margin: .5rem 0; padding: .8rem 1rem; overflow-x: auto; background: var(--head);
  font: 13px/1.5 ui-monospace, monospace; }
@media (max-width: 55rem) { body { display: block; } nav { position: static; height: auto; } }
@media print { nav { display: none; } main { max-width: none; } }
`;
