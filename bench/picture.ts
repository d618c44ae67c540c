import * as vega from "vega";
import { compile } from "vega-lite";
import type { MeasuredCurve } from "./measure-curve.js";

/** A curve as an SVG picture, both axes logarithmic. */
export async function pictureOf({ name, along, each, points }: MeasuredCurve): Promise<string> {
  const { spec } = compile({
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: name,
    width: 480,
    height: 240,
    background: "white",
    data: { values: points.map((point) => ({ ...point })) },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "size", type: "quantitative", scale: { type: "log" }, title: along },
      y: {
        field: "nanosecondsEach",
        type: "quantitative",
        scale: { type: "log" },
        title: `nanoseconds for one ${each}`,
      },
      color: { field: "who", type: "nominal", title: null },
    },
  });
  return new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
}
