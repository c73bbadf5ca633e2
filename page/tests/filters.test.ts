import { expect, test } from "vitest";
import { format, having, others, parse, toggled } from "../src/state/filters";

test("a view's address and its filters say the same, whatever their order", () => {
  const query = "type=ASSAULT,PROTEST&country=SOM&party=%C3%89tat%26Co&since=2021-06-01&text=car+bomb";
  expect(format(parse(query))).toBe(query);
  expect(format(parse("text=car+bomb&since=2021-06-01&country=SOM&party=%C3%89tat%26Co&type=ASSAULT&type=PROTEST"))).toBe(query);
});

test("what is no filter is no filter, and is kept beside them", () => {
  expect(parse("colour=red&type=&since= ")).toEqual({});
  expect(others("by=actor&type=AID")).toEqual({ by: "actor" });
  expect(format(parse("type=AID"), others("by=actor&type=AID"))).toBe("type=AID&by=actor");
});

test("a value is taken in and out again", () => {
  const one = toggled({}, "type", "AID");
  expect(one).toEqual({ type: ["AID"] });
  expect(toggled(one, "type", "ASSAULT")).toEqual({ type: ["AID", "ASSAULT"] });
  expect(toggled(one, "type", "AID")).toEqual({});
});

test("a filter of one value is replaced, not added to", () => {
  expect(toggled({ source: ["Gulf Wire"] }, "source", "Meridian Press")).toEqual({ source: ["Meridian Press"] });
  expect(having({ text: ["bomb"] }, "text", " ")).toEqual({});
});
