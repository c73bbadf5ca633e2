import { scaleUtc } from "d3-scale";
import type { Bucket, Timeline, Unit } from "../api/types";

const DAY = 86_400_000;

export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function timeOf(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
}

export function isDay(told: string | null): told is string {
  return told !== null && Number.isFinite(timeOf(told));
}

/** The first day after a bucket that starts at `start`. */
export function after(start: string, unit: Unit): number {
  const from = new Date(timeOf(start));
  if (unit === "year") return Date.UTC(from.getUTCFullYear() + 1, 0, 1);
  if (unit === "month") return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1);
  return from.getTime() + (unit === "week" ? 7 : 1) * DAY;
}

/** The last day of the bucket that holds a time. */
export function lastDay(start: string, unit: Unit): string {
  return dayOf(after(start, unit) - DAY);
}

/** The scale over all buckets, from the first day to the last one's end. */
export function timeScale(buckets: readonly Bucket[], unit: Unit, from: number, to: number) {
  const first = buckets[0]?.start;
  const last = buckets.at(-1)?.start;
  if (!first || !last) return null;
  return scaleUtc()
    .domain([timeOf(first), after(last, unit)])
    .range([from, to]);
}

/** How a bucket is named. */
export function bucketName(start: string, unit: Unit): string {
  if (unit === "year") return start.slice(0, 4);
  if (unit === "month") return start.slice(0, 7);
  return unit === "week" ? `week of ${start}` : start;
}

/** Where a key moves a handle to: a bucket back or on, or all the way; null where the key is not for it. */
export function moved(key: string, name: "Since" | "Until", { buckets, unit }: Timeline, now: string): string | null {
  if (key === "Home" || key === "End") return "";
  const step = key === "ArrowRight" || key === "ArrowUp" ? 1 : key === "ArrowLeft" || key === "ArrowDown" ? -1 : 0;
  if (!step) return null;
  const index = buckets.findLastIndex((b) => timeOf(b.start) <= timeOf(now));
  const to = buckets[Math.min(Math.max(index + step, 0), buckets.length - 1)];
  if (!to) return null;
  return name === "Since" ? to.start : lastDay(to.start, unit);
}

