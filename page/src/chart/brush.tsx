import { useRef, useState } from "preact/hooks";
import type { ScaleTime } from "d3-scale";
import type { Timeline } from "../api/types";
import { having } from "../state/filters";
import { filter, filters } from "../state/route";
import { day } from "../text/format";
import { dayOf, lastDay, moved, timeOf } from "./time";

interface Props {
  x: ScaleTime<number, number>;
  timeline: Timeline;
  top: number;
  base: number;
  since: string | undefined;
  until: string | undefined;
}

/** The stretch of time that is chosen: dragged with the pointer, or by its two handles with the arrow keys. */
export function Brush({ x, timeline, top, base, since, until }: Props) {
  const [left, right] = x.range() as [number, number];
  const [dragged, drag] = useState<[number, number] | null>(null);
  const surface = useRef<SVGRectElement>(null);
  const inside = (at: number) => Math.min(Math.max(at, left), right);
  const at = (event: PointerEvent) => inside(event.clientX - (surface.current?.ownerSVGElement?.getBoundingClientRect().left ?? 0));
  const [from, to] = dragged ?? [since ? inside(x(timeOf(since))) : left, until ? inside(x(timeOf(until) + 86_400_000)) : right];
  const whole = from <= left && to >= right;
  const end = () => {
    if (!dragged) return;
    drag(null);
    const [a, b] = [...dragged].sort((p, q) => p - q) as [number, number];
    if (b - a < 3) choose(undefined, undefined);
    else choose(startDay(timeline, x.invert(a).getTime()), endDay(timeline, x.invert(b).getTime()));
  };
  return (
    <g data-helper>
      <rect
        ref={surface}
        class="brush-surface"
        x={left}
        y={top}
        width={right - left}
        height={base - top}
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId);
          drag([at(e), at(e)]);
        }}
        onPointerMove={(e) => dragged && drag([dragged[0], at(e)])}
        onPointerUp={end}
        onPointerCancel={() => drag(null)}
      />
      {!whole && <rect class="brush" x={Math.min(from, to)} y={top} width={Math.abs(to - from)} height={base - top} />}
      <Handle at={Math.min(from, to)} name="Since" timeline={timeline} value={since} top={top} base={base} />
      <Handle at={Math.max(from, to)} name="Until" timeline={timeline} value={until} top={top} base={base} />
    </g>
  );
}

function choose(since: string | undefined, until: string | undefined): void {
  filter(having(having(filters.value, "since", since ?? ""), "until", until ?? ""));
}

function startDay({ buckets }: Timeline, time: number): string {
  return buckets.findLast((b) => timeOf(b.start) <= time)?.start ?? dayOf(time);
}

function endDay({ buckets, unit }: Timeline, time: number): string {
  const bucket = buckets.findLast((b) => timeOf(b.start) <= time);
  return bucket ? lastDay(bucket.start, unit) : dayOf(time);
}

interface HandleProps {
  at: number;
  name: "Since" | "Until";
  timeline: Timeline;
  value: string | undefined;
  top: number;
  base: number;
}

function Handle({ at, name, timeline, value, top, base }: HandleProps) {
  const { buckets, unit } = timeline;
  const first = buckets[0]?.start ?? "";
  const last = lastDay(buckets.at(-1)?.start ?? first, unit);
  const now = value ?? (name === "Since" ? first : last);
  const move = (to: string) => filter(having(filters.value, name === "Since" ? "since" : "until", to), value !== undefined);
  const keys = (event: KeyboardEvent) => {
    const to = moved(event.key, name, timeline, now);
    if (to === null) return;
    event.preventDefault();
    move(to);
  };
  return (
    <g
      class="handle"
      role="slider"
      tabindex={0}
      aria-label={name}
      aria-valuemin={timeOf(first) / 86_400_000}
      aria-valuemax={timeOf(last) / 86_400_000}
      aria-valuenow={Math.min(Math.max(timeOf(now), timeOf(first)), timeOf(last)) / 86_400_000}
      aria-valuetext={day(now)}
      onKeyDown={keys}
    >
      <rect x={at - 3} y={top} width={6} height={base - top} rx={3} />
    </g>
  );
}
