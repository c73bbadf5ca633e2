import { expect, test } from "vitest";
import type { Field } from "../src/api/types";
import { verdict } from "../src/text/agreement";

function field(name: string, told: Record<string, string[]>): Field {
  const versions = Object.entries(told).map(([value, witnesses]) => {
    const tellings = witnesses.map((witness) => {
      return { event: "e", url: null, outlet: null, published: null, witness, according_to: [], hedged: false };
    });
    return { value, tellings, witnesses: new Set(witnesses).size };
  });
  return { name, versions, agreed: versions.length < 2 };
}

test("one witness neither agrees nor differs", () => {
  expect(verdict(field("to whom", { "nine people": ["a"], survivors: ["a"] }))).toBe("alone");
});

test("witnesses agree where they tell the same", () => {
  expect(verdict(field("when", { "2021-09-14": ["a", "b"] }))).toBe("agreed");
  expect(verdict(field("when", { "2021-09-14": ["a"], "2021-09-13": ["b"] }))).toBe("differs");
});

test("figures differ within their kind only", () => {
  expect(verdict(field("how many", { "9 killed": ["a"], "31 injured": ["b"] }))).toBe("alone");
  expect(verdict(field("how many", { "9 killed": ["a"], "11 killed": ["b"], "31 injured": ["a"] }))).toBe("differs");
});
