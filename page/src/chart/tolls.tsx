import { scaleLinear, scaleUtc } from "d3-scale";
import { useRef } from "preact/hooks";
import type { Toll } from "../api/types";
import { Save } from "../parts/save";
import { useWidth } from "../parts/size";
import { Behind, type Table } from "../parts/table";
import { day, number, range } from "../text/format";
import { labelled } from "../text/visible";
import { isDay, timeOf } from "./time";

const HEIGHT = 140;
const LEFT = 44;
const BASE = HEIGHT - 24;

/** A figure as it was told over time: a bar from its lower to its upper bound for each telling. */
export function TollChart({ toll }: { toll: Toll }) {
  const holder = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(holder);
  const dated = toll.told.filter(([published]) => isDay(published));
  const table = (): Table => ({
    heads: ["published", "low", "high", "outlet"],
    rows: toll.told.map((told) => [...told]),
  });
  const open = toll.told.some(([, , high]) => high === null);
  const title = `${toll.kind}: ${range(toll.lowest, open ? null : toll.highest)}`;
  return (
    <section class="toll">
      <div class="panel-head">
        <h3>{title}</h3>
        <Save chart={svg} table={table} name={`${toll.kind} over time`} />
      </div>
      <div ref={holder}>
        {width > 0 && dated.length > 0 && (
          <svg ref={svg} width={width} height={HEIGHT} role="img" aria-label={`${title}, as told over time`}>
            <TollBars toll={toll} dated={dated} width={width} />
          </svg>
        )}
      </div>
      <Behind table={table} title={title} />
    </section>
  );
}

function TollBars({ toll, dated, width }: { toll: Toll; dated: Toll["told"]; width: number }) {
  const times = dated.map(([published]) => timeOf(published ?? ""));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = scaleUtc().domain([first, Math.max(last, first + 1)]).range(first === last ? [width / 2, width / 2] : [LEFT + 16, width - 24]);
  const y = scaleLinear().domain([0, Math.max(toll.highest ?? 1, 1)]).nice(3).range([BASE, 10]);
  const ends = [...new Set([first, last])];
  return (
    <>
      {y.ticks(3).filter(Number.isInteger).map((n) => (
        <g key={n} class="tick">
          <line x1={LEFT} x2={width - 8} y1={y(n)} y2={y(n)} />
          <text x={LEFT - 6} y={y(n)} dy=".32em" text-anchor="end">
            {number(n)}
          </text>
        </g>
      ))}
      {ends.map((t, i) => (
        <text key={t} class="tick" x={x(t)} y={HEIGHT - 6} text-anchor={ends.length === 1 ? "middle" : i ? "end" : "start"}>
          {day(new Date(t).toISOString())}
        </text>
      ))}
      {dated.map(([published, low, high, outlet], i) => {
        // an open bound is drawn to the edge of the drawing
        const [top, bottom] = [high === null ? 10 : y(high), low === null ? BASE : y(low)];
        return (
          <g key={i} class="telling" transform={`translate(${x(timeOf(published ?? "")) + shift(times, i)},0)`}>
            <title>{`${range(low, high)} ${toll.kind}, ${day(published ?? "")}${outlet ? `, ${labelled(outlet)}` : ""}`}</title>
            <line class={high === null || low === null ? "open" : undefined} y1={bottom} y2={top} />
            {low !== null && <circle cy={bottom} r={3.5} />}
            {high !== null && <circle cy={top} r={3.5} />}
          </g>
        );
      })}
    </>
  );
}

/** Tellings of one day stand beside one another. */
function shift(times: readonly number[], i: number): number {
  const same = times.flatMap((t, j) => (t === times[i] ? [j] : []));
  return (same.indexOf(i) - (same.length - 1) / 2) * 9;
}
