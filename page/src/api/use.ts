import { useCallback, useEffect, useState } from "preact/hooks";
import type { Page } from "./types";
import { get } from "./fetch";

export interface Resource<T> {
  /** The newest answer: that of an earlier path until the new one is here. */
  data: T | null;
  /** The path that `data` answers. */
  path: string | null;
  error: Error | null;
  busy: boolean;
}

/**
 * Ask for a path, drop what an earlier path still owes, and keep the old answer until the new one is here. Nothing is
 * asked where there is no path yet.
 */
export function useResource<T>(path: string | null): Resource<T> {
  const [state, set] = useState<Resource<T>>({ data: null, path: null, error: null, busy: true });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    set((old) => ({ ...old, busy: true }));
    get<T>(path, stop.signal).then(
      (data) => stop.signal.aborted || set({ data, path, error: null, busy: false }),
      (error: Error) => stop.signal.aborted || set((old) => ({ ...old, error, busy: false })),
    );
    return () => stop.abort();
  }, [path]);
  return state;
}

export interface Paged<T> {
  items: T[];
  total: number;
  /** Asks for the next page; null where there is none. */
  more: (() => void) | null;
  busy: boolean;
  error: Error | null;
}

interface Extra<T> {
  to: Page<T> | null;
  items: T[];
  next: string | null;
  busy: boolean;
  error: Error | null;
}

/** The items of a first page and of those asked for after it: `list` of what `path` answers with a cursor. */
export function usePages<T, A = Page<T>>(first: Page<T> | null, path: string, list: (answer: A) => Page<T> = whole): Paged<T> {
  const none = { to: first, items: [], next: first?.next ?? null, busy: false, error: null };
  const [state, set] = useState<Extra<T>>(none);
  // pages belong to the first page they follow: a new first page starts anew
  const extra = state.to === first ? state : none;
  const { next } = extra;
  const more = useCallback(() => {
    if (next === null) return;
    set({ ...extra, busy: true });
    const joint = path.includes("?") ? "&" : "?";
    get<A>(`${path}${joint}cursor=${encodeURIComponent(next)}`).then(
      (answer) => {
        const page = list(answer);
        set({ ...extra, items: [...extra.items, ...page.items], next: page.next, busy: false, error: null });
      },
      (error: Error) => set({ ...extra, busy: false, error }),
    );
  }, [next, path, list, extra]);
  const items = [...(first?.items ?? []), ...extra.items];
  return { items, total: first?.total ?? 0, more: next === null ? null : more, busy: extra.busy, error: extra.error };
}

function whole<T, A>(answer: A): Page<T> {
  return answer as unknown as Page<T>;
}
