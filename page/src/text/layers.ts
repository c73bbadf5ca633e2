// Spans over a text, for display: offsets as JavaScript counts them, and which spans lie over which stretch.

export interface Span {
  start: number;
  end: number;
}

/** Turns the record's offsets (characters) into JavaScript's (UTF-16 units); both are the same but for rare characters. */
export function toUnits(text: string): (offset: number) => number {
  const pairs: number[] = []; // character offsets of those that take two units
  let characters = 0;
  for (let i = 0; i < text.length; i++, characters++) {
    const unit = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      pairs.push(characters);
      i++;
    }
  }
  if (!pairs.length) return (offset) => offset;
  return (offset) => offset + countBelow(pairs, offset);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Segment<T> extends Span {
  over: T[];
}

/** The stretches of [start, end) between the ends of spans, each with the spans over it; together they are all of it. */
export function segments<T extends Span>(spans: readonly T[], start: number, end: number): Segment<T>[] {
  const inside = spans.filter((s) => s.start < end && s.end > start && s.end > s.start);
  const cuts = new Set([start, end]);
  for (const s of inside) {
    cuts.add(Math.max(s.start, start));
    cuts.add(Math.min(s.end, end));
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1] as number;
    return { start: from, end: to, over: inside.filter((s) => s.start < to && s.end > from) };
  });
}

/** Levels for spans, so that no two that overlap share one: where underlines are drawn. */
export function levels<T extends Span>(spans: readonly T[]): Map<T, number> {
  const found = new Map<T, number>();
  const ends: number[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    let level = ends.findIndex((end) => end <= span.start);
    if (level < 0) level = ends.length;
    ends[level] = span.end;
    found.set(span, level);
  }
  return found;
}

/** A text in blocks to display: its lines, and long lines in parts of about `size`. */
export function blocks(text: string, size = 2000): (Span & { line: boolean })[] {
  const found: (Span & { line: boolean })[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    for (let from = start; from < end; ) {
      const to = end - from <= size ? end : breakAt(text, from + size);
      found.push({ start: from, end: to, line: to === end });
      from = to;
    }
    start = end + 1;
  }
  return found;
}

function breakAt(text: string, near: number): number {
  const space = text.lastIndexOf(" ", near);
  if (space > near - 200) return space + 1;
  const unit = text.charCodeAt(near);
  return unit >= 0xdc00 && unit < 0xe000 ? near + 1 : near;
}
