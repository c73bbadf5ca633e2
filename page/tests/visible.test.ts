import { expect, test } from "vitest";
import { cut, labelled, pieces } from "../src/text/visible";

test("plain text stays one piece", () => {
  expect(pieces("Six officers – “killed” in Baïdoa.\n")).toEqual([{ kind: "text", text: "Six officers – “killed” in Baïdoa.\n" }]);
  expect(pieces("")).toEqual([]);
  expect(pieces("Москва и Αθήνα")).toEqual([{ kind: "text", text: "Москва и Αθήνα" }]);
});

test("what turns or hides text is named", () => {
  expect(labelled("a\u202eb\u200bc\u2066d")).toBe("a[RLO]b[ZWSP]c[LRI]d");
  expect(labelled("tag\u{e0041}s\u0000")).toBe("tag[U+E0041]s[U+0000]");
  expect(labelled("truce\ufe00 held")).toBe("truce[U+FE00] held");
  expect(labelled("the\u3164gen\u115feral")).toBe("the[HF]gen[HF]eral");
  expect(labelled("lone \ud800 half")).toBe("lone [U+D800] half");
});

test("marks may be three high", () => {
  expect(labelled("e\u0301\u0302\u0303")).toBe("e\u0301\u0302\u0303");
  expect(labelled("e\u0301\u0302\u0303\u0304\u0305")).toBe("e\u0301\u0302\u0303[+2 marks]");
});

test("a word of two look-alike alphabets is marked", () => {
  expect(pieces("the Krеmlin")).toEqual([
    { kind: "text", text: "the " },
    { kind: "mixed", text: "Krеmlin", title: "mixes Latin and Cyrillic letters" },
  ]);
});

test("a long text is not cut through a character", () => {
  expect(cut("ab😀", 3)).toBe("ab");
  expect(cut("ab😀", 4)).toBe("ab😀");
});

test("a very long line is done at once", () => {
  const line = "x\u200b".repeat(200_000);
  const before = performance.now();
  expect(pieces(line)).toHaveLength(400_000);
  expect(performance.now() - before).toBeLessThan(2000);
});
