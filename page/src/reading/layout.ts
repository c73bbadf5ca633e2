import type { DocumentEvent, Label, Mark, Reading } from "../api/types";
import { groupOf, type GroupId } from "../groups";
import { levels, toUnits, type Span } from "../text/layers";

/** The words of an event: underlined in its group's colour, on a level of their own where they overlap others. */
export interface Underline extends Span {
  kind: "underline";
  event: string;
  group: GroupId;
  level: number;
}

/** Words that fill a role of the chosen event. */
export interface RoleSpan extends Span {
  kind: "role";
  role: Label;
}

export interface Grey extends Span {
  kind: "grey";
  told: string;
  reason: string;
}

export type TextSpan = Underline | RoleSpan | Grey;

/** What lies over the text whichever event is chosen, in JavaScript's offsets. */
export function standing(reading: Reading): { spans: (Underline | Grey)[]; units: (offset: number) => number } {
  const units = toUnits(reading.document.text);
  const lines = reading.document.events.flatMap((event) => underlines(event, reading.marks[event.id] ?? [], units));
  const level = levels(lines);
  const grey = reading.furniture.map((f): Grey => {
    return { kind: "grey", start: units(f.start), end: units(f.end), told: f.kind, reason: f.reason };
  });
  return { spans: [...lines.map((u) => ({ ...u, level: level.get(u) ?? 0 })), ...grey], units };
}

function underlines(event: DocumentEvent, marks: readonly Mark[], units: (offset: number) => number): Underline[] {
  const { id: group } = groupOf(event.event[0] ?? "");
  return marks
    .filter((m) => m.label === "event")
    .map((m) => ({ kind: "underline", start: units(m.start), end: units(m.end), event: event.id, group, level: 0 }));
}

/** The roles of one event, each stretch once. */
export function roles(marks: readonly Mark[], units: (offset: number) => number): RoleSpan[] {
  const seen = new Set<string>();
  return marks.flatMap((m): RoleSpan[] => {
    const key = `${m.label} ${m.start} ${m.end}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: "role", start: units(m.start), end: units(m.end), role: m.label }];
  });
}
