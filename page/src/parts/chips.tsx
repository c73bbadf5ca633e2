import { countryName } from "../countries";
import { having, toggled, type Filters, type Name } from "../state/filters";
import { filter, filters } from "../state/route";
import { day } from "../text/format";
import { Brief } from "./words";

const TITLES: Partial<Record<Name, string>> = {
  since: "since",
  until: "until",
  party: "actor or recipient",
  source: "outlet",
  said_by: "according to",
  text: "words",
  geonameid: "GeoNames",
  min_witnesses: "witnesses ≥",
  min_confidence: "confidence ≥",
};

/** The filters that are set, each with a way out. */
export function Chips() {
  const set = Object.entries(filters.value) as [Name, readonly string[]][];
  if (!set.length) return null;
  return (
    <ul class="chips" aria-label="Filters that are set">
      {set.flatMap(([name, values]) =>
        values.map((value) => (
          <li key={`${name} ${value}`}>
            <button type="button" class="chip" onClick={() => filter(without(filters.value, name, value))}>
              {TITLES[name] ?? name} <Brief text={told(name, value)} max={60} />
              <span aria-hidden="true"> ×</span>
              <span class="aside">: take out</span>
            </button>
          </li>
        )),
      )}
      <li>
        <button type="button" class="inline" onClick={() => filter({})}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

function without(now: Filters, name: Name, value: string): Filters {
  const values = now[name] ?? [];
  return values.length > 1 ? toggled(now, name, value) : having(now, name);
}

function told(name: Name, value: string): string {
  if (name === "country") return countryName(value);
  return name === "since" || name === "until" ? day(value) : value;
}
