import { scaleLinear } from "d3-scale";
import { useMemo, useRef } from "preact/hooks";
import type { Timeline } from "../api/types";
import { GROUPS } from "../groups";
import { Save } from "../parts/save";
import { useWidth } from "../parts/size";
import { Behind, type Table } from "../parts/table";
import { filters } from "../state/route";
import { counted, number } from "../text/format";
import { Brush } from "./brush";
import { Stack, sum } from "./stack";
import { after, bucketName, timeOf, timeScale } from "./time";

const HEIGHT = 150;
const LEFT = 40;
const BASE = HEIGHT - 22;

/** When events were, by group; choosing a stretch sets the days since and until. */
export function TimelineChart({ timeline, undated }: { timeline: Timeline; undated: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(holder);
  const { buckets, unit } = timeline;
  const x = useMemo(() => timeScale(buckets, unit, LEFT, Math.max(width - 8, LEFT + 1)), [buckets, unit, width]);
  const table = () => timelineTable(timeline);
  const most = Math.max(1, ...buckets.map((b) => sum(b.types)));
  const y = scaleLinear().domain([0, most]).nice(3).range([BASE, 8]);
  return (
    <section class="panel timeline" aria-labelledby="timeline-title">
      <div class="panel-head">
        <h2 id="timeline-title">When</h2>
        <span class="note">{x ? `by ${unit}` : ""}</span>
        <Save chart={svg} table={table} name="timeline" />
      </div>
      <div ref={holder} class="timeline-holder">
        {width > 0 && x ? (
          <svg ref={svg} width={width} height={HEIGHT} role="group" aria-label="Timeline of the events">
            {y.ticks(3).map((n) => (
              <g key={n} class="tick" aria-hidden="true">
                <line x1={LEFT} x2={width - 8} y1={y(n)} y2={y(n)} />
                <text x={LEFT - 6} y={y(n)} dy=".32em" text-anchor="end">
                  {Number.isInteger(n) ? number(n) : ""}
                </text>
              </g>
            ))}
            {x.ticks(Math.max(2, Math.floor(width / 110))).map((t) => (
              <text key={t.getTime()} class="tick" x={x(t)} y={HEIGHT - 6} text-anchor="middle" aria-hidden="true">
                {x.tickFormat()(t)}
              </text>
            ))}
            {buckets.map((b) => {
              const [from, to] = [x(timeOf(b.start)), x(after(b.start, unit))];
              return <Stack key={b.start} types={b.types} x={from} width={Math.max(to - from - (to - from > 4 ? 1 : 0), 1)} y={y} />;
            })}
            <Brush x={x} timeline={timeline} top={4} base={BASE} since={filters.value.since?.[0]} until={filters.value.until?.[0]} />
          </svg>
        ) : (
          <p class="state">{x ? "" : "No event here has a day."}</p>
        )}
      </div>
      {undated > 0 && <p class="note">{counted(undated, "event")} without a day are not on the timeline.</p>}
      <Behind table={table} title="The timeline" />
    </section>
  );
}

function timelineTable({ buckets, unit }: Timeline): Table {
  const heads = [unit, "events", ...GROUPS.map((g) => g.title)];
  const rows = buckets.map((b) => {
    const groups = GROUPS.map((g) => g.types.reduce((all, t) => all + (b.types[t] ?? 0), 0));
    return [bucketName(b.start, unit), sum(b.types), ...groups];
  });
  return { heads, rows };
}
