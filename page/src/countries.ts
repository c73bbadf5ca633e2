import codes from "i18n-iso-countries/codes.json";

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
const alpha2 = new Map<string, string>();
const alpha3 = new Map<string, string>();
for (const [two, three, number] of codes as string[][]) {
  if (!two || !three || !number) continue;
  alpha2.set(three, two);
  alpha3.set(number, three);
}
// not in ISO 3166, but on maps and in the record
alpha2.set("XKX", "XK");

/** The alpha-3 code of a shape of the atlas, which knows ISO numbers, and Kosovo only by name. */
export function codeOfShape(id: string | undefined, name: string): string | null {
  if (id === undefined) return name === "Kosovo" ? "XKX" : null;
  return alpha3.get(id.padStart(3, "0")) ?? null;
}

/** The English name of an alpha-3 code; the code itself where it is none (IGO, NGO …). */
export function countryName(code: string): string {
  const two = alpha2.get(code);
  return two ? (names.of(two) ?? code) : code;
}
