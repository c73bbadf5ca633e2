import { signal } from "@preact/signals";

/** What a screen reader is told when a view has changed. */
export const said = signal("");

export function say(text: string): void {
  said.value = text;
}
