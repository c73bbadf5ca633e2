import { scaleLinear } from "d3-scale";
import type { Bucket, Unit } from "../api/types";
import { Stack, sum } from "./stack";
import { after, timeOf, timeScale } from "./time";

interface Props {
  buckets: readonly Bucket[];
  /** All of the row's charts, so that they can be compared. */
  span: readonly Bucket[];
  most: number;
  unit: Unit;
}

const [WIDTH, HEIGHT] = [180, 36];

/** A small timeline, to be read beside others; its numbers are in the table behind. */
export function Spark({ buckets, span, most, unit }: Props) {
  const x = timeScale(span, unit, 0, WIDTH);
  if (!x) return null;
  const y = scaleLinear().domain([0, most]).range([HEIGHT, 1]);
  const told = buckets.map((b) => sum(b.types));
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} role="img" aria-label={`${told.length} ${unit}s with events, ${Math.max(0, ...told)} at most`}>
      <line class="base" x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {buckets.map((b) => {
        const from = x(timeOf(b.start));
        return <Stack key={b.start} types={b.types} x={from} width={Math.max(x(after(b.start, unit)) - from - 0.5, 1)} y={y} />;
      })}
    </svg>
  );
}
