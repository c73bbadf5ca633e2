/** A thing on the map that can be chosen. */
export interface Target {
  key: string;
  x: number;
  y: number;
  label: string;
  pressed: boolean;
  act: () => void;
}

/** What makes a shape of the drawing a button, of which one at a time is a tab stop. */
export function button(target: Target, current: string | undefined, choose: (key: string) => void) {
  return {
    role: "button" as const,
    tabindex: target.key === current ? 0 : -1,
    "aria-label": target.label,
    "aria-pressed": target.pressed,
    "data-key": target.key,
    onClick: target.act,
    onFocus: () => choose(target.key),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      target.act();
    },
  };
}
