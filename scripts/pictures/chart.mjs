// Prints the chart of seconds by number of rooms as SVG. The data is measured by `npm run bench -- --chart`.
import { readFileSync } from "node:fs";
import { parse, View } from "vega";
import { compile } from "vega-lite";

const figures = JSON.parse(
  readFileSync(new URL("../../docs/seconds-by-rooms.json", import.meta.url), "utf8"),
);
const named = Object.entries(figures).map(([client, fares]) => {
  const [most, { failed }] = Object.entries(fares).at(-1);
  return { fares, client: failed === 0 ? client : `${client}: ${failed} of ${most} failed` };
});
const points = named.flatMap(({ client, fares }) =>
  Object.entries(fares).map(([rooms, { seconds, failed }]) => ({
    client,
    rooms: Number(rooms),
    seconds,
    end: failed === 0 ? "every room read" : "some rooms failed",
  })),
);
const { spec } = compile({
  background: "white",
  config: { legend: { labelLimit: 0 } },
  width: 520,
  height: 320,
  title: "Seconds to read so many rooms at 5 requests a second",
  data: { values: points },
  encoding: {
    x: { field: "rooms", type: "quantitative", title: "rooms asked for at once", scale: { zero: true } },
    y: { field: "seconds", type: "quantitative", title: "seconds" },
    color: { field: "client", type: "nominal", title: null, sort: named.map(({ client }) => client) },
  },
  layer: [
    { mark: { type: "line", strokeWidth: 2 } },
    {
      mark: { type: "point", filled: true, size: 80, opacity: 1 },
      encoding: {
        shape: {
          field: "end",
          type: "nominal",
          title: null,
          scale: { domain: ["every room read", "some rooms failed"], range: ["circle", "cross"] },
        },
      },
    },
  ],
});
console.log(await new View(parse(spec), { renderer: "none" }).toSVG());
