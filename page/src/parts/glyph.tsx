import { groupOf, GROUPS, type Group } from "../groups";

/** The shape and colour of a group of types, beside text that says the same. */
export function Glyph({ group, size = 12 }: { group: Group; size?: number }) {
  return (
    <svg class={`glyph group-${group.id}`} width={size} height={size} viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">
      <path d={group.shape} />
    </svg>
  );
}

export function TypeName({ type, mode = [] }: { type: string; mode?: readonly string[] }) {
  return (
    <span class="type-name">
      <Glyph group={groupOf(type)} />
      <span>
        {type}
        {mode.length > 0 && <span class="mode">/{mode.join("/")}</span>}
      </span>
    </span>
  );
}

export function Legend() {
  return (
    <ul class="legend" aria-label="Shapes and colours">
      {GROUPS.map((g) => (
        <li key={g.id}>
          <Glyph group={g} /> {g.title}
        </li>
      ))}
    </ul>
  );
}
