import type { Figure } from "../api/types";

export function number(n: number): string {
  return n.toLocaleString("en");
}

/** "1 event", "2 events". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "14 Jun 2021", whatever the reader's own time zone. */
export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split("-");
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return iso;
  return date ? `${Number(date)} ${name} ${year}` : `${name} ${year}`;
}

/** When an event was, as precisely as the record knows. */
export function when(row: { date: string | null; enddate: string | null }): string {
  if (!row.date) return "day unknown";
  return row.enddate && row.enddate !== row.date ? `${day(row.date)} – ${day(row.enddate)}` : day(row.date);
}

/** "6–? killed": bounds inclusive, "?" where open. */
export function figure({ kind, low, high }: Figure): string {
  return `${range(low, high)} ${kind}`;
}

export function range(low: number | null, high: number | null): string {
  const [from, to] = [low, high].map((n) => (n === null ? "?" : number(n)));
  return from === to ? String(from) : `${from}–${to}`;
}

/** "ASSAULT/explosives". */
export function typed(type: string, mode: readonly string[]): string {
  return [type, ...mode].join("/");
}
