import { useState } from "preact/hooks";
import type { Count } from "../api/types";
import { countryName } from "../countries";
import { GROUPS, groupOf, type Group } from "../groups";
import { having, toggled, type Name } from "../state/filters";
import { filter, filters } from "../state/route";
import { number } from "../text/format";
import { Debounced } from "./debounced";
import { Glyph } from "./glyph";
import { Brief } from "./words";

const SHOWN = 8;

/** All filters. The counts say how many events each choice would leave. */
export function Facets({ facets }: { facets: Record<string, Count[]> }) {
  return (
    <div class="facets">
      <Field name="text" label="Words" hint="bombing, ceasefire …" />
      <Field name="since" label="Since" type="date" />
      <Field name="until" label="Until" type="date" />
      <TypeFacet counts={facets.type ?? []} />
      <Facet name="country" title="Country" counts={facets.country ?? []} told={countryName} />
      <Facet name="status" title="Status" counts={facets.status ?? []} />
      <Facet name="hedged" title="Doubt" counts={facets.hedged ?? []} told={(v) => (v === "true" ? "hedged" : "not hedged")} />
      <Facet name="source" title="Outlet" counts={facets.source ?? []} />
      <fieldset>
        <legend>Who and where</legend>
        <Field name="party" label="Actor or recipient" />
        <Field name="actor" label="Actor" />
        <Field name="recipient" label="Recipient" />
        <Field name="dyad" label="Dyad" hint="IRN,USA" />
        <Field name="place" label="Place" />
        <Field name="said_by" label="According to" />
        <Field name="min_witnesses" label="Witnesses, at least" type="number" />
      </fieldset>
    </div>
  );
}

interface FieldProps {
  name: Name;
  label: string;
  type?: "search" | "date" | "number";
  hint?: string;
}

function Field({ name, ...rest }: FieldProps) {
  const value = filters.value[name]?.[0] ?? "";
  return <Debounced value={value} onValue={(v) => filter(having(filters.value, name, v), value !== "")} {...rest} />;
}

interface FacetProps {
  name: Name;
  title: string;
  counts: readonly Count[];
  told?: (value: string) => string;
}

function Facet({ name, title, counts, told = (v) => v }: FacetProps) {
  const [all, showAll] = useState(false);
  const chosen = filters.value[name] ?? [];
  const listed = counts.filter((c) => c.value !== null).map((c) => ({ value: String(c.value), events: c.events }));
  const missing = chosen.filter((v) => !listed.some((c) => c.value === v)).map((value) => ({ value, events: 0 }));
  const shown = [...missing, ...listed].filter((c, i) => all || i < SHOWN || chosen.includes(c.value));
  if (!shown.length) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {shown.map((c) => (
        <Choice key={c.value} name={name} value={c.value} told={told(c.value)} n={c.events} />
      ))}
      {listed.length > shown.length - missing.length && (
        <button type="button" class="inline" onClick={() => showAll(true)}>
          All {listed.length}
        </button>
      )}
    </fieldset>
  );
}

function Choice({ name, value, told, n }: { name: Name; value: string; told: string; n: number }) {
  const chosen = filters.value[name]?.includes(value) ?? false;
  return (
    <label class="choice">
      <input type="checkbox" checked={chosen} onChange={() => filter(toggled(filters.value, name, value))} />
      <span class="told">
        <Brief text={told} max={60} />
      </span>
      <span class="number">{number(n)}</span>
    </label>
  );
}

function TypeFacet({ counts }: { counts: readonly Count[] }) {
  const chosen = filters.value.type ?? [];
  const known = [...counts.map((c) => String(c.value)), ...chosen];
  return (
    <fieldset>
      <legend>Type</legend>
      {GROUPS.filter((g) => known.some((t) => groupOf(t) === g)).map((group) => (
        <TypeGroup key={group.id} group={group} counts={counts} />
      ))}
    </fieldset>
  );
}

function TypeGroup({ group, counts }: { group: Group; counts: readonly Count[] }) {
  const events = (type: string) => counts.find((c) => c.value === type)?.events ?? 0;
  const chosen = filters.value.type ?? [];
  const types = group.types.filter((t) => events(t) || chosen.includes(t));
  const all = group.types.every((t) => chosen.includes(t));
  const others = chosen.filter((t) => !group.types.includes(t));
  const choose = () => filter(having(filters.value, "type", ...others, ...(all ? [] : group.types)));
  return (
    <div class="type-group" role="group" aria-label={group.title}>
      <button type="button" class="group-name" aria-pressed={all} onClick={choose}>
        <Glyph group={group} /> {group.title}
      </button>
      {types.map((type) => (
        <Choice key={type} name="type" value={type} told={type} n={events(type)} />
      ))}
    </div>
  );
}
