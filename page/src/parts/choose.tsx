import { local, setLocal } from "../state/route";

interface Props {
  label: string;
  name: string;
  choices: readonly (readonly [string, string])[];
}

/** A choice among a few, kept in the address; the first is what stands there when nothing does. */
export function Choose({ label, name, choices }: Props) {
  const first = choices[0]?.[0] ?? "";
  const chosen = local(name, first);
  return (
    <label class="field">
      <span>{label}</span>
      <select value={chosen} onChange={(e) => setLocal(name, e.currentTarget.value === first ? "" : e.currentTarget.value)}>
        {choices.map(([value, told]) => (
          <option key={value} value={value}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}
