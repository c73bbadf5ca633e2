import type { ZoomTransform } from "d3-zoom";
import { useMemo } from "preact/hooks";
import type { CountryCount } from "../api/types";
import { number } from "../text/format";
import { HEIGHT, step, type Spot } from "./cluster";
import { button, type Target } from "./target";
import type { Shape } from "./shapes";

interface Props {
  shapes: readonly Shape[];
  counts: Map<string, CountryCount>;
  targets: readonly Target[];
  spots: readonly Spot[];
  transform: ZoomTransform;
  current: string | undefined;
  choose: (key: string) => void;
}

const ROOM = 26;
const SMALL = 9;

/** Countries as countries: shaded by their events, with the number where there is room, ringed where they are tiny. */
export function Land({ shapes, counts, targets, spots, transform, current, choose }: Props) {
  const most = Math.max(0, ...[...counts.values()].map((c) => c.events));
  const byKey = new Map(targets.map((t) => [t.key, t]));
  // the many shapes without events change with the window only
  const empty = useMemo(
    () => shapes.filter((s) => !s.code || !counts.has(s.code)).map((s) => <path key={s.key} d={s.path} class="land" />),
    [shapes, counts],
  );
  return (
    <>
      <g transform={transform.toString()}>
        {empty}
        {shapes.map((shape) => {
          const count = shape.code ? counts.get(shape.code) : undefined;
          if (!count) return null;
          const target = byKey.get(count.code);
          return (
            <path
              key={shape.key}
              d={shape.path}
              class={`land shade-${step(count.events, most)}`}
              {...(target ? button(target, current, choose) : {})}
            >
              {target && <title>{target.label}</title>}
            </path>
          );
        })}
      </g>
      <g class="land-counts" aria-hidden="true">
        {shapes.map((shape) => {
          const target = shape.code ? byKey.get(shape.code) : undefined;
          if (!target) return null;
          const n = counts.get(target.key)?.events ?? 0;
          return <LandCount key={shape.key} size={shape.room * transform.k} target={target} n={n} free={!covered(target, spots)} />;
        })}
      </g>
    </>
  );
}

function LandCount({ size, target, n, free }: { size: number; target: Target; n: number; free: boolean }) {
  return (
    <>
      {size < SMALL && <circle cx={target.x} cy={target.y} r={SMALL - 3} class="ring" onClick={target.act} />}
      {size > ROOM && free && (
        <text x={target.x} y={target.y} dy=".35em">
          {number(n)}
        </text>
      )}
    </>
  );
}

/** Whether a number at the middle of a country would lie under a spot. */
function covered({ x, y }: Target, spots: readonly Spot[]): boolean {
  return spots.some((s) => Math.abs(s.x - x) < s.width / 2 + 14 && Math.abs(s.y - y) < HEIGHT);
}
