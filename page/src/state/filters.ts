// One set of filters, held by the address bar under the names the API knows: every view is a link.

export const LISTS = ["type", "quad", "country", "status"] as const;
export const SINGLES = [
  "mode",
  "actor",
  "recipient",
  "party",
  "dyad",
  "place",
  "geonameid",
  "since",
  "until",
  "source",
  "said_by",
  "hedged",
  "text",
  "min_confidence",
  "min_witnesses",
  "undated",
] as const;
const NAMES = [...LISTS, ...SINGLES] as const;

export type Name = (typeof NAMES)[number];
export type Filters = Readonly<Partial<Record<Name, readonly string[]>>>;

const many = new Set<Name>(LISTS);

/** The filters of a query string; names it does not know and empty values are left out. */
export function parse(query: string): Filters {
  const params = new URLSearchParams(query);
  const found: Partial<Record<Name, string[]>> = {};
  for (const name of NAMES) {
    const told = params.getAll(name).flatMap((v) => (many.has(name) ? v.split(",") : [v]));
    const values = [...new Set(told.map((v) => v.trim()).filter(Boolean))];
    if (values.length) found[name] = many.has(name) ? values : values.slice(0, 1);
  }
  return found;
}

/** What else a query string holds: the choices of one page. */
export function others(query: string): Record<string, string> {
  const known = new Set<string>(NAMES);
  return Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => !known.has(name)));
}

/** The query string of filters, always in one order, so that like views have like addresses. */
export function format(filters: Filters, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const values = filters[name];
    if (values?.length) params.set(name, values.join(","));
  }
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  return params.toString().replaceAll("%2C", ",");
}

/** The filters with `name` set to these values; none takes it out. */
export function having(filters: Filters, name: Name, ...values: string[]): Filters {
  const rest = { ...filters };
  delete rest[name];
  const told = values.map((v) => v.trim()).filter(Boolean);
  return told.length ? { ...rest, [name]: told } : rest;
}

/** The filters with this value of a list added, or taken out where it is in. */
export function toggled(filters: Filters, name: Name, value: string): Filters {
  const now = filters[name] ?? [];
  if (now.includes(value)) return having(filters, name, ...now.filter((v) => v !== value));
  return having(filters, name, ...(many.has(name) ? now : []), value);
}

/** A path with a query, where there is one. */
export function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}

/** The filter for a place: GeoNames' id, or its name where GeoNames has none. */
export function byPlace(place: { geonameid: number | null; name: string }): { name: Name; value: string } {
  const { geonameid, name } = place;
  return geonameid === null ? { name: "place", value: name } : { name: "geonameid", value: String(geonameid) };
}
