import { effect, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";
const KEY = "dateline-theme";

function kept(): Theme {
  try {
    const told = window.localStorage.getItem(KEY);
    return told === "light" || told === "dark" ? told : "auto";
  } catch {
    return "auto"; // storage may be forbidden
  }
}

export const theme = signal<Theme>(kept());

effect(() => {
  document.documentElement.dataset.theme = theme.value;
  try {
    window.localStorage.setItem(KEY, theme.value);
  } catch {
    // the choice then lasts as long as the page
  }
});
