import { expect, test } from "vitest";
import { blocks, levels, segments, toUnits } from "../src/text/layers";

test("offsets count characters, whatever they take", () => {
  const text = "😀 bomb 😀😀 blast";
  const units = toUnits(text);
  expect(text.slice(units(2), units(6))).toBe("bomb");
  expect(text.slice(units(10), units(15))).toBe("blast");
  expect(toUnits("plain")(3)).toBe(3);
});

test("segments are all of the text, each with what lies over it", () => {
  const a = { start: 2, end: 6 };
  const b = { start: 4, end: 9 };
  const found = segments([a, b], 0, 8);
  expect(found.map((s) => [s.start, s.end, s.over])).toEqual([
    [0, 2, []],
    [2, 4, [a]],
    [4, 6, [a, b]],
    [6, 8, [b]],
  ]);
});

test("no two spans that overlap share a level", () => {
  const spans = [
    { start: 0, end: 9 },
    { start: 2, end: 4 },
    { start: 3, end: 6 },
    { start: 4, end: 5 },
    { start: 9, end: 12 },
  ];
  const found = levels(spans);
  expect(spans.map((s) => found.get(s))).toEqual([0, 1, 2, 1, 0]);
});

test("blocks leave out nothing but the line ends", () => {
  const text = `one\n\n${"long words ".repeat(500)}😀end`;
  const found = blocks(text, 100);
  expect(found.map((b) => text.slice(b.start, b.end)).join("")).toBe(text.replaceAll("\n", ""));
  expect(Math.max(...found.map((b) => b.end - b.start))).toBeLessThanOrEqual(101);
});
