import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  type?: "search" | "text" | "date" | "number";
  hint?: string;
  list?: string;
}

/** A field whose value is told once typing pauses. */
export function Debounced({ label, value, onValue, type = "search", hint, list }: Props) {
  const [typed, type_] = useState(value);
  const timer = useRef(0);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) type_(value); // changed elsewhere: by a link, a chip or going back
    told.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tell = (next: string) => {
    clearTimeout(timer.current);
    if (next === told.current) return;
    told.current = next;
    onValue(next);
  };
  const change = (next: string) => {
    type_(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => tell(next), type === "date" ? 600 : 250);
  };
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type={type}
        value={typed}
        placeholder={hint}
        list={list}
        autocomplete="off"
        spellcheck={false}
        onInput={(e) => change(e.currentTarget.value)}
        onBlur={() => tell(typed)}
        onKeyDown={(e) => e.key === "Enter" && tell(typed)}
      />
    </label>
  );
}
