import { computed, signal } from "@preact/signals";
import { format, others, parse, withQuery, type Filters } from "./filters";

interface Address {
  path: string;
  query: string;
}

function current(): Address {
  return { path: window.location.pathname, query: window.location.search.slice(1) };
}

export const address = signal<Address>(current());
export const filters = computed<Filters>(() => parse(address.value.query));
window.addEventListener("popstate", () => (address.value = current()));

/** Go to an address of this page; `replace` where going back should not stop at what is left. */
export function go(href: string, replace = false): void {
  const before = address.value.path;
  window.history[replace ? "replaceState" : "pushState"](null, "", href);
  address.value = current();
  if (address.value.path !== before) window.scrollTo(0, 0);
}

/** Take these filters, on the page that is open and with its other choices. */
export function filter(next: Filters, replace = false): void {
  const { path, query } = address.value;
  go(withQuery(path, format(next, others(query))), replace);
}

/** A choice of one page, kept in its address beside the filters. */
export function local(name: string, otherwise = ""): string {
  return new URLSearchParams(address.value.query).get(name) ?? otherwise;
}

export function setLocal(name: string, value: string, replace = false): void {
  const { path, query } = address.value;
  const { [name]: _, ...rest } = others(query);
  go(withQuery(path, format(filters.value, value ? { ...rest, [name]: value } : rest)), replace);
}

/** A part of a path as the server's routes read it. */
export const part = encodeURIComponent;

/** Open links of this page without loading it anew, as long as nothing but a plain click was meant. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return;
  if (link.pathname.startsWith("/api/") || link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
